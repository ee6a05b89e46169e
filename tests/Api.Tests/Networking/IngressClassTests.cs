using ActorKube.Api.Kinds;
using ActorKube.Api.Networking;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Networking;

public sealed class IngressClassTests
{
    private const string Valid = """{"metadata":{"name":"a"},"spec":{"controller":"example.com/c","parameters":{"kind":"K","name":"n"}}}""";

    private static readonly Kind Kind = NetworkingKinds.All.Single(k => k.Name == "IngressClass");

    [Theory]
    [InlineData("spec.parameters.scope", null, "")]
    [InlineData("spec.controller", null, "Required spec.controller")]
    [InlineData("spec.controller", "\"example.com\"", "Invalid spec.controller")]
    [InlineData("spec.controller", "\"A/b\"", "Invalid spec.controller")]
    [InlineData("spec.controller", "\"example.com/a b\"", "Invalid spec.controller")]
    [InlineData("spec.parameters.apiGroup", "\"A\"", "Invalid spec.parameters.apiGroup")]
    [InlineData("spec.parameters.kind", "\"\"", "Required spec.parameters.kind")]
    [InlineData("spec.parameters.name", "\"a/b\"", "Invalid spec.parameters.name")]
    [InlineData("spec.parameters.scope", "\"x\"", "NotSupported spec.parameters.scope")]
    [InlineData("spec.parameters.scope", "\"Namespace\"", "Required spec.parameters.namespace")]
    [InlineData("spec.parameters.namespace", "\"n\"", "Forbidden spec.parameters.namespace")]
    public void Validate_Edited_FindsExactly(string path, string? value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));

    [Fact]
    public void ValidateUpdate_Controller_IsImmutable() =>
        Assert.Equal("Invalid spec.controller", KindProbe.UpdateErrors(Kind, Valid, KindProbe.Edit(Valid, "spec.controller", "\"example.com/d\"")));

    [Fact]
    public void Cells_Parameters_NameTheirGroup() => Assert.Equal(
        ["a", "example.com/c", "K.g/n", "<unknown>"], KindProbe.Cells(Kind, KindProbe.Edit(Valid, "spec.parameters.apiGroup", "\"g\"")));
}
