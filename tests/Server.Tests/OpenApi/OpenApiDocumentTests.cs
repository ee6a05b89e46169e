using System.Text.Json;
using ActorKube.Api.Kinds;

namespace ActorKube.Server.Tests.OpenApi;

public sealed class OpenApiDocumentTests(OpenApiFixture fixture) : IClassFixture<OpenApiFixture>
{
    [Fact]
    public void Index_OfVersion3_NamesEveryVersionOfEveryGroup()
    {
        var expected = BuiltInKinds.Registry.All.Select(k => k.Group.Length == 0 ? $"api/{k.Version}" : $"apis/{k.Group}/{k.Version}").Distinct();

        Assert.Subset(fixture.Documents.Keys.ToHashSet(), expected.ToHashSet());
        Assert.Subset(fixture.Documents.Keys.ToHashSet(), new HashSet<string> { "api", "apis", "apis/apps", "version" });
    }

    [Fact]
    public void EveryDocument_WithReferences_ResolvesThem() =>
        Assert.Empty(fixture.Documents.Values.Append(fixture.Whole).SelectMany(JsonWalk.Unresolved));

    [Fact]
    public void Documents_OfAnotherServer_AreTheSameBytes()
    {
        var other = new OpenApiFixture();

        Assert.Equal(fixture.Ask("/openapi/v2").Body, other.Ask("/openapi/v2").Body);
        Assert.Equal(fixture.Ask("/openapi/v3").Body, other.Ask("/openapi/v3").Body);
    }

    [Fact]
    public void OperationIds_OfAllPaths_AreUnique()
    {
        var ids = JsonWalk.All(fixture.Whole.GetProperty("paths"), "operationId").Select(i => i.GetString()).ToList();

        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public void EveryKind_ThatIsServed_HasAnOperationForEachOfItsVerbs()
    {
        var missing =
            from kind in BuiltInKinds.Registry.All
            let root = kind.Group.Length == 0 ? $"api/{kind.Version}" : $"apis/{kind.Group}/{kind.Version}"
            let paths = fixture.Documents[root].GetProperty("paths")
            from verb in kind.Verbs
            let place = Place(kind, verb)
            let path = $"/{root}/{place.Path}"
            where !paths.TryGetProperty(path, out var item) || !item.TryGetProperty(place.Method, out var operation)
                || operation.GetProperty("x-kubernetes-action").GetString() != place.Action
                || operation.GetProperty("x-kubernetes-group-version-kind").GetProperty("kind").GetString() != kind.Name
            select $"{place.Method} {path}";

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("api/v1", "/api/v1/namespaces/{namespace}/pods/{name}/exec", "get", "connect", "PodExecOptions")]
    [InlineData("api/v1", "/api/v1/namespaces/{namespace}/pods/{name}/eviction", "post", "post", "Eviction")]
    [InlineData("api/v1", "/api/v1/nodes/{name}/proxy/{path}", "options", "connect", "NodeProxyOptions")]
    [InlineData("api/v1", "/api/v1/namespaces/{namespace}/pods/{name}/log", "get", "get", "Pod")]
    [InlineData("api/v1", "/api/v1/watch/namespaces/{namespace}/pods/{name}", "get", "watch", "Pod")]
    [InlineData("apis/apps/v1", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale", "patch", "patch", "Scale")]
    [InlineData("apis/apps/v1", "/apis/apps/v1/deployments", "get", "list", "Deployment")]
    [InlineData("apis/apps/v1", "/apis/apps/v1/watch/deployments", "get", "watchlist", "Deployment")]
    public void Path_ThatIsNoCollection_HasItsOperation(string document, string path, string method, string action, string kind)
    {
        var operation = fixture.Documents[document].GetProperty("paths").GetProperty(path).GetProperty(method);

        Assert.Equal(action, operation.GetProperty("x-kubernetes-action").GetString());
        Assert.Equal(kind, operation.GetProperty("x-kubernetes-group-version-kind").GetProperty("kind").GetString());
    }

    [Fact]
    public void Parameters_ThatAllMethodsHave_StandAtThePath()
    {
        var item = fixture.Documents["apis/apps/v1"].GetProperty("paths").GetProperty("/apis/apps/v1/namespaces/{namespace}/deployments/{name}");

        Assert.Equal(["name", "namespace", "pretty"], Names(item));
        Assert.Equal(["dryRun", "fieldManager", "fieldValidation", "force"], Names(item.GetProperty("patch")));
        Assert.False(item.GetProperty("get").TryGetProperty("parameters", out _));
    }

    private static IEnumerable<string?> Names(JsonElement holder) => holder.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString());

    private static (string Path, string Method, string Action) Place(Kind kind, string verb)
    {
        var collection = (kind.Namespaced ? "namespaces/{namespace}/" : "") + kind.Plural;
        var one = collection + "/{name}";
        return verb switch
        {
            "list" => (collection, "get", "list"),
            "create" => (collection, "post", "post"),
            "deletecollection" => (collection, "delete", "deletecollection"),
            "get" => (one, "get", "get"),
            "update" => (one, "put", "put"),
            "patch" => (one, "patch", "patch"),
            "delete" => (one, "delete", "delete"),
            _ => ("watch/" + one, "get", "watch"),
        };
    }
}
