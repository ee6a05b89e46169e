using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.ApiRegistration;

public sealed class ApiServiceTests
{
    private const string Valid =
        """{"metadata":{"name":"v1.example.com"},"spec":{"group":"example.com","version":"v1","groupPriorityMinimum":100,"versionPriority":10,"service":{"namespace":"n","name":"s"}}}""";

    private static readonly Kind Kind = ApiRegistrationKinds.All.Single();

    [Theory]
    [InlineData("metadata.name", "\"v2.example.com\"", "Invalid metadata.name")]
    [InlineData("spec.groupPriorityMinimum", "0", "Invalid spec.groupPriorityMinimum")]
    [InlineData("spec.groupPriorityMinimum", "20001", "Invalid spec.groupPriorityMinimum")]
    [InlineData("spec.versionPriority", "1001", "Invalid spec.versionPriority")]
    [InlineData("spec.service.namespace", "\"\"", "Required spec.service.namespace")]
    [InlineData("spec.service.name", "\"\"", "Required spec.service.name")]
    [InlineData("spec.service.port", "70000", "Invalid spec.service.port")]
    [InlineData("spec.service", null, "")]
    public void Validate_Edited_FindsExactly(string path, string? value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Kind, Valid));
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));
    }

    [Fact]
    public void Create_Local_IsAvailable() => Assert.Contains(
        "\"reason\":\"Local\"", KindProbe.Created(Kind, KindProbe.Edit(Valid, "spec.service", null), "status"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "Unknown")]
    [InlineData("""{"conditions":[{"type":"Available","status":"True","reason":"R"}]}""", "True")]
    [InlineData("""{"conditions":[{"type":"Available","status":"False","reason":"R"}]}""", "False (R)")]
    public void Cells_Availability_HasReason(string status, string expected) =>
        Assert.Equal(["v1.example.com", "n/s", expected, "<unknown>"], KindProbe.Cells(Kind, KindProbe.Edit(Valid, "status", status)));

    [Fact]
    public void Bootstrap_Services_AreValid() => Assert.All(ApiServiceBootstrap.ApiServices, s =>
    {
        var errors = new FieldErrors();
        Kind.Validate(s, errors);
        Assert.Empty(errors.All);
    });
}
