using System.Text.Json;

namespace ActorKube.Server.Tests.OpenApi;

public sealed class OpenApiSchemaTests(OpenApiFixture fixture) : IClassFixture<OpenApiFixture>
{
    private const string Core = "io.k8s.api.core.v1.";
    private const string Apps = "io.k8s.api.apps.v1.";

    [Fact]
    public void Deployment_OfApps_SaysItsKind()
    {
        var kinds = fixture.Schema("apis/apps/v1", Apps + "Deployment").GetProperty("x-kubernetes-group-version-kind");

        Same("""[{"group":"apps","kind":"Deployment","version":"v1"}]""", kinds);
    }

    [Fact]
    public void DeploymentList_WithoutRecord_HasItemsAndMetadata()
    {
        var list = fixture.Schema("apis/apps/v1", Apps + "DeploymentList");

        Same("""["items"]""", list.GetProperty("required"));
        Same("""{"allOf":[{"$ref":"#/components/schemas/io.k8s.api.apps.v1.Deployment"}],"default":{}}""", list.GetProperty("properties").GetProperty("items").GetProperty("items"));
        Same("""[{"group":"apps","kind":"DeploymentList","version":"v1"}]""", list.GetProperty("x-kubernetes-group-version-kind"));
    }

    [Theory]
    [InlineData(Apps + "DeploymentSpec", "strategy",
        """{"default":{},"allOf":[{"$ref":"#/components/schemas/io.k8s.api.apps.v1.DeploymentStrategy"}],"x-kubernetes-patch-strategy":"retainKeys"}""")]
    [InlineData(Core + "PodSpec", "volumes",
        """
        {"type":"array","items":{"default":{},"allOf":[{"$ref":"#/components/schemas/io.k8s.api.core.v1.Volume"}]},"x-kubernetes-list-map-keys":["name"],
        "x-kubernetes-list-type":"map","x-kubernetes-patch-merge-key":"name","x-kubernetes-patch-strategy":"merge,retainKeys"}
        """)]
    [InlineData(Core + "PodSpec", "nodeSelector",
        """{"type":"object","additionalProperties":{"default":"","type":"string"},"x-kubernetes-map-type":"atomic"}""")]
    [InlineData(Core + "PodSpec", "restartPolicy", """{"type":"string","enum":["Always","Never","OnFailure"]}""")]
    [InlineData(Core + "ContainerPort", "containerPort", """{"default":0,"type":"integer","format":"int32"}""")]
    [InlineData(Core + "ContainerPort", "protocol", """{"default":"TCP","type":"string","enum":["SCTP","TCP","UDP"]}""")]
    [InlineData(Core + "HTTPGetAction", "port", """{"allOf":[{"$ref":"#/components/schemas/io.k8s.apimachinery.pkg.util.intstr.IntOrString"}]}""")]
    [InlineData(Core + "ResourceRequirements", "limits",
        """{"type":"object","additionalProperties":{"$ref":"#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity"}}""")]
    [InlineData(Core + "PersistentVolumeClaimSpec", "accessModes",
        """
        {"type":"array","items":{"default":"","type":"string","enum":["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod"]},
        "x-kubernetes-list-type":"atomic"}
        """)]
    public void Property_OfVersion3_IsPublishedAsKubernetesDoes(string schema, string property, string expected)
    {
        var actual = fixture.Property("apis/apps/v1", schema, property).EnumerateObject().Where(p => p.Name != "description");

        Assert.Equal(JsonDocument.Parse(expected).RootElement.EnumerateObject().Select(p => (p.Name, Text(p.Value))), actual.Select(p => (p.Name, Text(p.Value))));
    }

    [Fact]
    public void Property_OfVersion2_HasAPlainReferenceAndNoDefault()
    {
        var definitions = fixture.Whole.GetProperty("definitions");
        var strategy = definitions.GetProperty(Apps + "DeploymentSpec").GetProperty("properties").GetProperty("strategy");

        Assert.Equal("#/definitions/io.k8s.api.apps.v1.DeploymentStrategy", strategy.GetProperty("$ref").GetString());
        Assert.Equal("retainKeys", strategy.GetProperty("x-kubernetes-patch-strategy").GetString());
        Assert.DoesNotContain(definitions.EnumerateObject(), d => JsonWalk.All(d.Value, "allOf").Any(a => a.ValueKind == JsonValueKind.Array));
        Assert.DoesNotContain(definitions.EnumerateObject(), d => JsonWalk.All(d.Value, "oneOf").Any(a => a.ValueKind == JsonValueKind.Array));
    }

    [Fact]
    public void Selectors_OfOneOwner_AreAtomic()
    {
        Assert.Equal("atomic", fixture.Schema("apis/apps/v1", "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector").GetProperty("x-kubernetes-map-type").GetString());
    }

    [Fact]
    public void EverySchema_ThatIsPublished_SaysWhatItIs()
    {
        var silent = fixture.Documents.Values
            .Where(d => d.GetProperty("components").TryGetProperty("schemas", out _))
            .SelectMany(d => d.GetProperty("components").GetProperty("schemas").EnumerateObject())
            .Where(s => !s.Value.TryGetProperty("description", out _))
            .Select(s => s.Name);

        Assert.Empty(silent);
    }

    private static void Same(string expected, JsonElement actual)
    {
        using var document = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(document.RootElement, actual), actual.GetRawText());
    }

    private static string Text(JsonElement element) => JsonSerializer.Serialize(element);
}
