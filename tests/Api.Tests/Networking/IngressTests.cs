using ActorKube.Api.Kinds;
using ActorKube.Api.Networking;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Networking;

public sealed class IngressTests
{
    private const string Valid =
        """
        {"metadata":{"name":"a"},"spec":{"rules":[{"host":"a.example.com","http":{"paths":[
          {"path":"/","pathType":"Prefix","backend":{"service":{"name":"s","port":{"number":80}}}}]}}]}}
        """;

    private static readonly Kind Kind = NetworkingKinds.All.Single(k => k.Name == "Ingress");

    [Theory]
    [InlineData("metadata.name", "\"a\"", "")]
    [InlineData("spec.rules", null, "Invalid spec")]
    [InlineData("spec.defaultBackend", """{"service":{"name":"s","port":{"name":"http"}}}""", "")]
    [InlineData("spec.defaultBackend", "{}", "Invalid spec.defaultBackend")]
    [InlineData("spec.rules.0.host", "\"10.0.0.1\"", "Invalid spec.rules[0].host")]
    [InlineData("spec.rules.0.host", "\"A_b\"", "Invalid spec.rules[0].host")]
    [InlineData("spec.rules.0.host", "\"*.example.com\"", "")]
    [InlineData("spec.rules.0.host", "\"a.*.com\"", "Invalid spec.rules[0].host")]
    [InlineData("spec.rules.0.http.paths", "[]", "Required spec.rules[0].http.paths")]
    [InlineData("spec.rules.0.http.paths.0.pathType", null, "Required spec.rules[0].http.paths[0].pathType")]
    [InlineData("spec.rules.0.http.paths.0.pathType", "\"x\"", "NotSupported spec.rules[0].http.paths[0].pathType")]
    [InlineData("spec.rules.0.http.paths.0.path", "\"a\"", "Invalid spec.rules[0].http.paths[0].path")]
    [InlineData("spec.rules.0.http.paths.0.path", "\"/a//b\"", "Invalid spec.rules[0].http.paths[0].path")]
    [InlineData("spec.rules.0.http.paths.0.path", "\"/a/..\"", "Invalid spec.rules[0].http.paths[0].path")]
    [InlineData("spec.rules.0.http.paths.0.backend.service.name", "\"1a\"", "Invalid spec.rules[0].http.paths[0].backend.service.name")]
    [InlineData("spec.rules.0.http.paths.0.backend.service.port.number", "70000", "Invalid spec.rules[0].http.paths[0].backend.service.port.number")]
    [InlineData("spec.rules.0.http.paths.0.backend.service.port.name", "\"http\"", "Invalid spec.rules[0].http.paths[0].backend")]
    [InlineData("spec.rules.0.http.paths.0.backend.service.port", "{}", "Required spec.rules[0].http.paths[0].backend")]
    [InlineData("spec.rules.0.http.paths.0.backend.resource", """{"kind":"K","name":"n"}""", "Invalid spec.rules[0].http.paths[0].backend")]
    [InlineData("spec.tls", """[{"hosts":["A"],"secretName":"B"}]""", "Invalid spec.tls[0].hosts[0]; Invalid spec.tls[0].secretName")]
    [InlineData("spec.ingressClassName", "\"A\"", "Invalid spec.ingressClassName")]
    [InlineData("metadata.annotations", """{"kubernetes.io/ingress.class":"x"}""", "")]
    public void Validate_Edited_FindsExactly(string path, string? value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));

    [Fact]
    public void Validate_ClassNamedTwice_HasToAgree()
    {
        var json = KindProbe.Edit(KindProbe.Edit(Valid, "metadata.annotations", """{"kubernetes.io/ingress.class":"x"}"""), "spec.ingressClassName", "\"y\"");

        Assert.Equal("Invalid annotations.kubernetes.io/ingress.class", KindProbe.CreateErrors(Kind, json));
        Assert.Equal("", KindProbe.UpdateErrors(Kind, Valid, json));
    }

    [Fact]
    public void ValidateUpdate_StoredSecretNameInvalid_StaysWritable()
    {
        var stored = KindProbe.Edit(Valid, "spec.tls", """[{"secretName":"B"}]""");

        Assert.Equal("", KindProbe.UpdateErrors(Kind, stored, stored));
    }

    [Theory]
    [InlineData("""{"ip":"x"}""", "Invalid status.loadBalancer.ingress[0].ip")]
    [InlineData("""{"hostname":"10.0.0.1"}""", "Invalid status.loadBalancer.ingress[0].hostname")]
    [InlineData("""{"ip":"10.0.0.1"}""", "")]
    public void ValidateStatus_Address_IsChecked(string ingress, string expected) =>
        Assert.Equal(expected, KindProbe.StatusErrors(Kind, Valid, KindProbe.Edit(Valid, "status", $$$"""{"loadBalancer":{"ingress":[{{{ingress}}}]}}""")));

    [Fact]
    public void Warnings_OldAnnotation_IsDeprecatedOnCreate()
    {
        var old = KindProbe.Read(Kind, KindProbe.Edit(Valid, "metadata.annotations", """{"kubernetes.io/ingress.class":"x"}"""));

        Assert.Equal(["annotation \"kubernetes.io/ingress.class\" is deprecated, please use 'spec.ingressClassName' instead"], Kind.Warnings(old, null));
        Assert.Empty(Kind.Warnings(old, old));
    }

    [Theory]
    [InlineData("", "*", "", "80")]
    [InlineData("a,b", "a,b", "10.0.0.1", "80")]
    [InlineData("a,b,c,d,e", "a,b,c + 2 more...", "10.0.0.1", "80, 443")]
    public void Cells_HostsAndAddresses_AreJoined(string hosts, string shown, string ip, string ports)
    {
        var rules = string.Join(',', hosts.Split(',').Select(h => $$"""{"host":"{{h}}"}"""));
        var tls = ports == "80" ? "null" : "[{}]";
        var json = KindProbe.Edit(Valid, "spec", $$"""{"rules":[{{rules}}],"tls":{{tls}}}""");
        json = KindProbe.Edit(json, "status", $$"""{"loadBalancer":{"ingress":[ {"ip":"{{ip}}"} ]} }""");

        Assert.Equal(["a", "<none>", shown, ip, ports, "<unknown>"], KindProbe.Cells(Kind, json));
    }
}
