using ActorKube.Api.Authentication;
using ActorKube.Api.Authorization;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Authorization;

public sealed class ReviewTests
{
    private const string Resource = """{"namespace":"n","verb":"get","resource":"pods"}""";

    private static readonly IReadOnlyList<Kind> Kinds = [.. AuthenticationKinds.All, .. AuthorizationKinds.All];

    [Theory]
    [InlineData("SubjectAccessReview", """{"user":"u","resourceAttributes":$}""", "")]
    [InlineData("SubjectAccessReview", """{"groups":["g"],"nonResourceAttributes":{"path":"/"}}""", "")]
    [InlineData("SubjectAccessReview", """{"resourceAttributes":$}""", "Invalid spec.user")]
    [InlineData("SubjectAccessReview", """{"user":"u"}""", "Invalid spec.resourceAttributes")]
    [InlineData("SubjectAccessReview", """{"user":"u","resourceAttributes":$,"nonResourceAttributes":{"path":"/"}}""", "Invalid spec.nonResourceAttributes")]
    [InlineData("SelfSubjectAccessReview", """{"resourceAttributes":$}""", "")]
    [InlineData("SelfSubjectAccessReview", "{}", "Invalid spec.resourceAttributes")]
    [InlineData("SelfSubjectAccessReview", """{"resourceAttributes":{"labelSelector":{}}}""", "Required spec.resourceAttributes.labelSelector.requirements")]
    [InlineData("SelfSubjectAccessReview", """{"resourceAttributes":{"fieldSelector":{"rawSelector":"a=b","requirements":[{"key":"","operator":"In"}]}}}""",
        "Invalid spec.resourceAttributes.fieldSelector.rawSelector; Required spec.resourceAttributes.fieldSelector.requirements[0].key; "
        + "Required spec.resourceAttributes.fieldSelector.requirements[0].values")]
    [InlineData("LocalSubjectAccessReview", """{"user":"u","resourceAttributes":$}""", "")]
    [InlineData("LocalSubjectAccessReview", """{"user":"u","resourceAttributes":{"namespace":"m"}}""", "Invalid spec.resourceAttributes.namespace")]
    [InlineData("LocalSubjectAccessReview", """{"user":"u","nonResourceAttributes":{"path":"/"}}""", "Invalid spec.nonResourceAttributes")]
    public void Validate_Spec_FindsExactly(string kind, string spec, string expected)
    {
        var space = kind[0] == 'L' ? """{"namespace":"n"}""" : "{}";

        Assert.Equal(expected, KindProbe.CreateErrors(Kind(kind), $$"""{"metadata":{{space}},"spec":{{spec.Replace("$", Resource, StringComparison.Ordinal)}} }"""));
    }

    [Fact]
    public void Validate_Metadata_HasToBeEmpty() => Assert.Equal(
        "Invalid metadata",
        KindProbe.CreateErrors(Kind("SubjectAccessReview"), """{"metadata":{"name":"x"},"spec":{"user":"u","nonResourceAttributes":{"path":"/"}}}"""));

    [Theory]
    [InlineData("TokenReview", "token is required for TokenReview in authentication")]
    [InlineData("SelfSubjectRulesReview", "no namespace on request")]
    public void Validate_NothingAsked_IsABadRequest(string kind, string message)
    {
        var error = Assert.Throws<ApiException>(() => KindProbe.CreateErrors(Kind(kind), "{}"));

        Assert.Equal((400, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(599L, "spec.expirationSeconds")]
    [InlineData(4294967297L, "spec.expirationSeconds")]
    public void ValidateToken_Expiration_IsBounded(long? seconds, string field)
    {
        var errors = new FieldErrors();
        TokenRequestRules.Validate(TokenRequestRules.Default(new() { Spec = new() { ExpirationSeconds = seconds } }), errors);

        Assert.Equal(field, string.Join(';', errors.All.Select(e => e.Field)));
    }

    private static Kind Kind(string name) => Kinds.Single(k => k.Name == name);
}
