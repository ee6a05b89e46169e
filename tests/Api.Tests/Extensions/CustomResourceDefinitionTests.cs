using ActorKube.Api.Extensions;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Extensions;

public sealed class CustomResourceDefinitionTests
{
    private const string Valid =
        """
        {"metadata":{"name":"ws.e.com"},"spec":{"group":"e.com","scope":"Namespaced","names":{"plural":"ws","kind":"W"},"versions":[{"name":"v1","served":true,"storage":true,
          "schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"n":{"type":"integer"}}}}}}}]}}
        """;

    private const string Schema = "spec.versions.0.schema.openAPIV3Schema";

    private static readonly Kind Kind = ExtensionKinds.All.Single();

    [Theory]
    [InlineData("metadata.name", "\"x.e.com\"", "Invalid metadata.name")]
    [InlineData("spec.group", "\"\"", "Invalid metadata.name; Required spec.group")]
    [InlineData("spec.scope", "\"x\"", "NotSupported spec.scope")]
    [InlineData("spec.names.kind", "\"\"", "Required spec.names.kind; Required spec.names.listKind; Required spec.names.singular")]
    [InlineData("spec.names.listKind", "\"W\"", "Invalid spec.names.listKind")]
    [InlineData("spec.names.shortNames", """["A"]""", "Invalid spec.names.shortNames[0]")]
    [InlineData("spec.versions", "[]", "Invalid spec.versions; Invalid status.storedVersions")]
    [InlineData("spec.versions.0.storage", "false", "Invalid spec.versions; Invalid status.storedVersions")]
    [InlineData("spec.versions.0.name", "\"V1\"", "Invalid spec.version; Invalid spec.versions[0].name")]
    [InlineData("spec.versions.0.schema", null, "Required spec.versions[0].schema.openAPIV3Schema")]
    [InlineData("spec.versions.0.deprecationWarning", "\"x\"", "Invalid spec.versions[0].deprecationWarning")]
    [InlineData("spec.versions.0.additionalPrinterColumns", """[{"name":"","type":"x","format":"x","jsonPath":"spec"}]""",
        "Invalid spec.additionalPrinterColumns[0].JSONPath; Invalid spec.additionalPrinterColumns[0].format; Invalid spec.additionalPrinterColumns[0].type; Required spec.additionalPrinterColumns[0].name")]
    [InlineData("spec.versions.0.subresources", """{"scale":{"specReplicasPath":".status.n","statusReplicasPath":""}}""",
        "Invalid spec.subresources.scale.specReplicasPath; Required spec.subresources.scale.statusReplicasPath")]
    [InlineData("spec.versions.0.selectableFields", """[{"jsonPath":".spec.n"},{"jsonPath":".spec.n"},{"jsonPath":".spec.x"},{"jsonPath":".spec"}]""",
        "Duplicate spec.selectableFields[1].jsonPath; Invalid spec.selectableFields[2].jsonPath; Invalid spec.selectableFields[3].jsonPath")]
    [InlineData("spec.conversion", """{"strategy":"Webhook"}""", "Required spec.conversion.conversionReviewVersions; Required spec.conversion.webhookClientConfig")]
    [InlineData("spec.conversion", """{"strategy":"None","webhook":{"conversionReviewVersions":["v1"]}}""", "Forbidden spec.conversion.conversionReviewVersions")]
    [InlineData("spec.preserveUnknownFields", "true", "Invalid spec.preserveUnknownFields")]
    public void Validate_Edited_FindsExactly(string path, string? value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Kind, Valid));
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));
    }

    [Theory]
    [InlineData("type", "\"string\"", "Invalid type")]
    [InlineData("type", null, "Required type")]
    [InlineData("nullable", "true", "Forbidden nullable")]
    [InlineData("additionalProperties", "true", "Forbidden additionalProperties")]
    [InlineData("properties.a", "{}", "Required properties[a].type")]
    [InlineData("properties.a", """{"type":"x"}""", "NotSupported properties[a].type")]
    [InlineData("properties.a", """{"type":"array"}""", "Required properties[a].items")]
    [InlineData("properties.a", """{"type":"array","items":{}}""", "Required properties[a].items.type")]
    [InlineData("properties.a", """{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]}""", "")]
    [InlineData("properties.a", """{"type":"string","anyOf":[{"type":"string"}]}""", "Forbidden properties[a].anyOf[0].type")]
    [InlineData("not", """{"required":["b"],"properties":{"b":{}}}""", "Required properties[b]")]
    [InlineData("properties.a", """{"type":"string","pattern":"("}""", "Invalid properties[a].pattern")]
    [InlineData("properties.a", """{"type":"string","uniqueItems":true,"id":"x"}""", "Forbidden properties[a].id; Forbidden properties[a].uniqueItems")]
    [InlineData("properties.a", """{"type":"object","x-kubernetes-preserve-unknown-fields":false}""", "Invalid properties[a].x-kubernetes-preserve-unknown-fields")]
    [InlineData("properties.a", """{"type":"array","items":[{"type":"string"}]}""", "Forbidden properties[a].items")]
    [InlineData("properties.a", """{"type":"object","x-kubernetes-embedded-resource":true}""", "Required properties[a].properties")]
    [InlineData("properties.a", """{"type":"object","x-kubernetes-map-type":"x"}""", "NotSupported properties[a].x-kubernetes-map-type")]
    [InlineData("properties.a", """{"type":"array","items":{"type":"object"},"x-kubernetes-list-type":"set"}""", "Invalid properties[a].items.x-kubernetes-map-type")]
    [InlineData("properties.a", """{"type":"array","items":{"type":"object","properties":{"k":{"type":"string"}}},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"]}""",
        "Required properties[a].items.properties[k].default")]
    [InlineData("properties.a", """{"type":"array","items":{"type":"object"},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"]}""", "Invalid properties[a].x-kubernetes-list-map-keys")]
    [InlineData("properties.metadata", """{"type":"object","properties":{"name":{"type":"string","maxLength":5}}}""", "")]
    [InlineData("properties.metadata", """{"type":"object","properties":{"labels":{"type":"object"}}}""", "Forbidden properties[metadata]")]
    [InlineData("properties.spec.properties.n.default", "\"x\"", "TypeInvalid properties[spec].properties[n].default")]
    [InlineData("properties.spec.default", """{"n":1,"x":2}""", "Invalid properties[spec].default")]
    [InlineData("properties.kind", """{"type":"string","default":"x"}""", "Forbidden properties[kind].default")]
    [InlineData("x-kubernetes-validations", """[{"rule":" "},{"rule":"true","message":" "},{"rule":"a\nb"},{"rule":"true","reason":"x","fieldPath":".y"}]""",
        "Invalid x-kubernetes-validations[1].message; Invalid x-kubernetes-validations[3].fieldPath; NotSupported x-kubernetes-validations[3].reason; "
        + "Required x-kubernetes-validations[0].rule; Required x-kubernetes-validations[2].message")]
    public void ValidateSchema_Edited_FindsExactly(string path, string? value, string expected) => Assert.Equal(
        expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, $"{Schema}.{path}", value)).Replace("spec.validation.openAPIV3Schema.", "", StringComparison.Ordinal));

    [Fact]
    public void ValidateSchema_VersionsDiffer_EachIsNamed()
    {
        var json = KindProbe.Edit(Valid, "spec.versions.1", """{"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object","properties":{"a":{}}}}}""");

        Assert.Equal("Required spec.versions[1].schema.openAPIV3Schema.properties[a].type", KindProbe.CreateErrors(Kind, json));
    }

    [Theory]
    [InlineData("k8s.io", null, "Required metadata.annotations[api-approved.kubernetes.io]")]
    [InlineData("k8s.io", "x", "Invalid metadata.annotations[api-approved.kubernetes.io]")]
    [InlineData("k8s.io", "unapproved, experimental", "")]
    [InlineData("a.kubernetes.io", "https://example.com/pull/1", "")]
    public void Validate_ProtectedGroup_NeedsApproval(string group, string? annotation, string expected)
    {
        var json = KindProbe.Edit(KindProbe.Edit(Valid, "spec.group", $"\"{group}\""), "metadata.name", $"\"ws.{group}\"");
        json = annotation is null ? json : KindProbe.Edit(json, "metadata.annotations", $$"""{"api-approved.kubernetes.io":"{{annotation}}"}""");

        Assert.Equal(expected, KindProbe.CreateErrors(Kind, json));
    }

    [Fact]
    public void ValidateUpdate_Names_AreImmutable()
    {
        Assert.Equal("Invalid spec.group", KindProbe.UpdateErrors(Kind, Valid, KindProbe.Edit(Valid, "spec.group", "\"f.com\"")));
        Assert.Equal("", KindProbe.UpdateErrors(Kind, Valid, KindProbe.Edit(Valid, "spec.scope", "\"Cluster\"")));
    }

    [Fact]
    public void Create_Names_AndStatus_AreFilledIn()
    {
        Assert.Contains("\"singular\":\"w\"", KindProbe.Created(Kind, Valid, "spec"), StringComparison.Ordinal);
        Assert.Contains("\"conversion\":{\"strategy\":\"None\"}", KindProbe.Created(Kind, Valid, "spec"), StringComparison.Ordinal);
        Assert.Equal("""{"conditions":null,"acceptedNames":{"plural":"","kind":""},"storedVersions":["v1"]}""", KindProbe.Created(Kind, Valid, "status"));
    }
}
