using ActorKube.Api.Kinds;
using ActorKube.Api.Networking;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Networking;

public sealed class NetworkPolicyTests
{
    private const string Valid = """{"metadata":{"name":"a"},"spec":{"podSelector":{},"ingress":[{"ports":[{"port":80}],"from":[{"podSelector":{}}]}]}}""";

    private static readonly Kind Kind = NetworkingKinds.All.Single(k => k.Name == "NetworkPolicy");

    [Theory]
    [InlineData("""{"podSelector":{}}""", """["Ingress"]""")]
    [InlineData("""{"podSelector":{},"egress":[{}]}""", """["Ingress","Egress"]""")]
    [InlineData("""{"podSelector":{},"policyTypes":["Egress"]}""", """["Egress"]""")]
    public void Default_PolicyTypes_FollowRules(string spec, string expected) =>
        Assert.Contains($"\"policyTypes\":{expected}", KindProbe.Created(Kind, $$"""{"spec":{{spec}}}""", "spec"), StringComparison.Ordinal);

    [Fact]
    public void Default_Protocol_IsTcp() => Assert.Contains("\"protocol\":\"TCP\"", KindProbe.Created(Kind, Valid, "spec"), StringComparison.Ordinal);

    [Theory]
    [InlineData("metadata.name", "\"a\"", "")]
    [InlineData("spec.podSelector", """{"matchLabels":{"a":"b c"}}""", "Invalid spec.podSelector.matchLabels")]
    [InlineData("spec.podSelector", """{"matchExpressions":[{"key":"a","operator":"In"}]}""", "Required spec.podSelector.matchExpressions[0].values")]
    [InlineData("spec.podSelector", """{"matchExpressions":[{"key":"a","operator":"Exists","values":["b"]}]}""", "Forbidden spec.podSelector.matchExpressions[0].values")]
    [InlineData("spec.podSelector", """{"matchExpressions":[{"key":"a b","operator":"Like"}]}""",
        "Invalid spec.podSelector.matchExpressions[0].key; Invalid spec.podSelector.matchExpressions[0].operator")]
    [InlineData("spec.policyTypes", """["x"]""", "NotSupported spec.policyTypes[0]")]
    [InlineData("spec.policyTypes", """["Ingress","Egress","Ingress"]""", "Invalid spec.policyTypes")]
    [InlineData("spec.ingress.0.ports.0.protocol", "\"x\"", "NotSupported spec.ingress[0].ports[0].protocol")]
    [InlineData("spec.ingress.0.ports.0.port", "0", "Invalid spec.ingress[0].ports[0].port")]
    [InlineData("spec.ingress.0.ports.0.port", "\"A B\"", "Invalid spec.ingress[0].ports[0].port; Invalid spec.ingress[0].ports[0].port")]
    [InlineData("spec.ingress.0.ports.0.endPort", "79", "Invalid spec.ingress[0].ports[0].endPort")]
    [InlineData("spec.ingress.0.ports.0", """{"endPort":80}""", "Invalid spec.ingress[0].ports[0].endPort")]
    [InlineData("spec.ingress.0.ports.0", """{"port":"http","endPort":80}""", "Invalid spec.ingress[0].ports[0].endPort")]
    [InlineData("spec.ingress.0.from.0", "{}", "Required spec.ingress[0].from[0]")]
    [InlineData("spec.ingress.0.from.0.ipBlock", """{"cidr":"10.0.0.0/8"}""", "Forbidden spec.ingress[0].from[0]")]
    [InlineData("spec.ingress.0.from.0", """{"ipBlock":{"cidr":""}}""", "Required spec.ingress[0].from[0].ipBlock.cidr")]
    [InlineData("spec.ingress.0.from.0", """{"ipBlock":{"cidr":"x"}}""", "Invalid spec.ingress[0].from[0].ipBlock.cidr")]
    [InlineData("spec.ingress.0.from.0", """{"ipBlock":{"cidr":"10.0.0.0/9","except":["10.64.0.0/10"]}}""", "")]
    [InlineData("spec.ingress.0.from.0", """{"ipBlock":{"cidr":"10.0.0.0/9","except":["10.128.0.0/10"]}}""", "Invalid spec.ingress[0].from[0].ipBlock.except[0]")]
    [InlineData("spec.ingress.0.from.0", """{"ipBlock":{"cidr":"10.0.0.0/8","except":["10.0.0.0/8"]}}""", "Invalid spec.ingress[0].from[0].ipBlock.except[0]")]
    [InlineData("spec.ingress.0.from.0", """{"ipBlock":{"cidr":"10.0.0.0/8","except":["2001:db8::/64"]}}""", "Invalid spec.ingress[0].from[0].ipBlock.except[0]")]
    [InlineData("spec.egress", """[{"to":[{}]}]""", "Required spec.egress[0].to[0]")]
    public void Validate_Edited_FindsExactly(string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));

    [Fact]
    public void ValidateUpdate_Error_IsReportedTwice() => Assert.Equal(
        "NotSupported spec.policyTypes[0]; NotSupported spec.policyTypes[0]",
        KindProbe.UpdateErrors(Kind, Valid, KindProbe.Edit(Valid, "spec.policyTypes", """["x"]""")));

    [Fact]
    public void Cells_Selector_IsText() => Assert.Equal(
        ["a", "a=b,c in (d,e)", "<unknown>"],
        KindProbe.Cells(Kind, """{"metadata":{"name":"a"},"spec":{"podSelector":{"matchLabels":{"a":"b"},"matchExpressions":[{"key":"c","operator":"In","values":["d","e"]}]}}}"""));
}
