using ActorKube.Api.Kinds;
using ActorKube.Api.RuntimeClasses;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.RuntimeClasses;

public sealed class RuntimeClassTests
{
    private const string Valid = """{"metadata":{"name":"a"},"handler":"h","overhead":{"podFixed":{"cpu":"1"}},"scheduling":{"tolerations":[{"key":"k","operator":"Exists"}]}}""";

    private static readonly Kind Kind = RuntimeClassKinds.All.Single();

    [Theory]
    [InlineData("handler", "\"h\"", "")]
    [InlineData("handler", "\"A_\"", "Invalid handler")]
    [InlineData("handler", "\"\"", "Invalid handler")]
    [InlineData("overhead.podFixed", """{"cpu":"-1"}""", "Invalid overhead.limits[cpu]")]
    [InlineData("overhead.podFixed", """{"pods":"1"}""", "Invalid overhead.limits[pods]")]
    [InlineData("overhead.podFixed", """{"hugepages-2Mi":"2Mi"}""", "Forbidden overhead")]
    [InlineData("scheduling.nodeSelector", """{"a b":"c"}""", "Invalid scheduling.nodeSelector")]
    [InlineData("scheduling.tolerations.0.operator", "\"x\"", "NotSupported scheduling.tolerations.tolerations[0].operator")]
    [InlineData("scheduling.tolerations.0.value", "\"v\"", "Invalid scheduling.tolerations.tolerations[0].operator")]
    [InlineData("scheduling.tolerations.0.effect", "\"x\"", "NotSupported scheduling.tolerations.tolerations[0].effect")]
    [InlineData("scheduling.tolerations.0.tolerationSeconds", "1", "Invalid scheduling.tolerations.tolerations[0].effect")]
    [InlineData("scheduling.tolerations.1", """{"key":"k","operator":"Exists"}""", "Duplicate scheduling.tolerations[1]")]
    [InlineData("scheduling.tolerations.1", """{"value":"v"}""", "Invalid scheduling.tolerations.tolerations[1].operator")]
    public void Validate_Edited_FindsExactly(string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));

    [Fact]
    public void ValidateUpdate_Handler_IsImmutable() =>
        Assert.Equal("Invalid handler", KindProbe.UpdateErrors(Kind, Valid, KindProbe.Edit(Valid, "handler", "\"i\"")));

    [Fact]
    public void Warnings_OldNodeLabel_NameTheNewOne() => Assert.Equal(
        ["scheduling.nodeSelector: deprecated since v1.14; use \"kubernetes.io/os\" instead"],
        Kind.Warnings(KindProbe.Read(Kind, """{"handler":"h","scheduling":{"nodeSelector":{"beta.kubernetes.io/os":"linux","a":"b"}}}"""), null));
}
