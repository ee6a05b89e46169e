using System.Text;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>Updates of what may not change, from a past that is gone, and patches that don't fit.</summary>
[Collection(nameof(BadInputHost))]
public sealed class UpdateTests(HostProcess host) : BadInputTest(host)
{
    private const string Patched = ConfigMaps + "/canary?dryRun=All&fieldManager=a";
    private const string JsonPatch = "application/json-patch+json";
    private const string MergePatch = "application/merge-patch+json";
    private const string StrategicPatch = "application/strategic-merge-patch+json";
    private const string ApplyPatch = "application/apply-patch+yaml";

    [Fact(Timeout = 120_000)]
    public async Task Replace_StaleVersion_IsAConflict() => AssertStatus(
        409, "Conflict", await SendAsync(HttpMethod.Put, ConfigMaps + "/canary", """{"metadata":{"name":"canary","resourceVersion":"1"}}"""));

    [Theory(Timeout = 120_000)]
    [InlineData("{'metadata':{'name':'other'}}", 400, "BadRequest")]
    [InlineData("{'metadata':{'name':'canary','namespace':'other'}}", 400, "BadRequest")]
    [InlineData("{'metadata':{'name':'canary','uid':'another'}}", 409, "Conflict")]
    public async Task Replace_AnotherIdentity_IsRefused(string body, int code, string reason) =>
        AssertStatus(code, reason, await SendAsync(HttpMethod.Put, ConfigMaps + "/canary", body.Replace('\'', '"')));

    [Fact(Timeout = 120_000)]
    public async Task Patch_ImmutableFields_NamesThem()
    {
        const string deployments = "/apis/apps/v1/namespaces/default/deployments";
        const string deployment = """
            {"metadata":{"name":"fixed"},"spec":{"replicas":0,"selector":{"matchLabels":{"a":"b"}},
             "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}
            """;
        await SendAsync(HttpMethod.Post, deployments, deployment);

        var answer = await SendAsync(
            HttpMethod.Patch, deployments + "/fixed", """{"spec":{"selector":{"matchLabels":{"a":"c"}},"template":{"metadata":{"labels":{"a":"c"}}}}}""", MergePatch);

        AssertStatus(422, "Invalid", answer);
        Assert.Equal(["spec.selector"], answer.Fields());
    }

    [Theory(Timeout = 120_000)]
    [InlineData(JsonPatch, "{", 400, "BadRequest")]
    [InlineData(JsonPatch, "{}", 400, "BadRequest")]
    [InlineData(JsonPatch, "[1]", 400, "BadRequest")]
    [InlineData(JsonPatch, "[{}]", 422, "Invalid")]
    [InlineData(JsonPatch, "[{'op':'nope','path':'/x'}]", 422, "Invalid")]
    [InlineData(JsonPatch, "[{'op':'test','path':'/data/a','value':'c'}]", 422, "Invalid")]
    [InlineData(JsonPatch, "[{'op':'remove','path':'/data/nope'}]", 422, "Invalid")]
    [InlineData(JsonPatch, "[{'op':'remove','path':''}]", 422, "Invalid")]
    [InlineData(JsonPatch, "[{'op':'replace','path':'','value':[]}]", 422, "Invalid")]
    [InlineData(JsonPatch, "[{'op':'copy','from':'/data','path':'/data/x'}]", 422, "Invalid")]
    [InlineData(JsonPatch, "[{'op':'replace','path':'/metadata/name','value':'other'}]", 400, "BadRequest")]
    [InlineData(MergePatch, "[]", 400, "BadRequest")]
    [InlineData(MergePatch, "null", 400, "BadRequest")]
    [InlineData(MergePatch, "{'metadata':null}", 400, "BadRequest")]
    [InlineData(MergePatch, "{'metadata':1}", 422, "Invalid")]
    [InlineData(MergePatch, "{'data':{'x':1}}", 422, "Invalid")]
    [InlineData(MergePatch, "{'metadata':{'labels':{'a b':'c'}}}", 422, "Invalid")]
    [InlineData(MergePatch, "{'metadata':{'ownerReferences':[null]}}", 422, "Invalid")]
    [InlineData(MergePatch, "{'metadata':{'finalizers':[null]}}", 422, "Invalid")]
    [InlineData(MergePatch, "{'metadata':{'resourceVersion':'1'}}", 409, "Conflict")]
    [InlineData(MergePatch, "{'metadata':{'uid':'another'}}", 422, "Invalid")]
    [InlineData(StrategicPatch, "{", 400, "BadRequest")]
    [InlineData(StrategicPatch, "{'metadata':{'ownerReferences':[1]}}", 422, "Invalid")]
    [InlineData(StrategicPatch, "{'metadata':{'ownerReferences':[null]}}", 422, "Invalid")]
    [InlineData(ApplyPatch, "a: [", 400, "BadRequest")]
    [InlineData(ApplyPatch, "{'apiVersion':'v1','kind':'Secret'}", 400, "BadRequest")]
    [InlineData(ApplyPatch, "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'managedFields':[]}}", 400, "BadRequest")]
    [InlineData(ApplyPatch, "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'other'}}", 400, "BadRequest")]
    [InlineData("text/plain", "{}", 415, "UnsupportedMediaType")]
    public async Task Patch_ThatDoesNotFit_IsRefused(string type, string patch, int code, string reason) =>
        AssertStatus(code, reason, await SendAsync(HttpMethod.Patch, Patched, patch.Replace('\'', '"'), type));

    [Fact(Timeout = 120_000)]
    public async Task Patch_WrongType_ShowsThePatch()
    {
        var answer = await SendAsync(HttpMethod.Patch, Patched, """{"data":{"x":1}}""", StrategicPatch);

        AssertStatus(422, "Invalid", answer);
        Assert.Contains("patch: Invalid value: \"map[data:map[x:1]]\": ", answer.Text("message"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task JsonPatch_TooManyOperations_IsTooLarge()
    {
        var patch = $"[{string.Join(',', Enumerable.Repeat("{\"op\":\"test\",\"path\":\"/x\"}", 10_001))}]";

        AssertStatus(413, "RequestEntityTooLarge", await SendAsync(HttpMethod.Patch, Patched, patch, JsonPatch));
    }

    [Fact(Timeout = 120_000)]
    public async Task Apply_WithoutManager_IsInvalid() => AssertStatus(
        422, "Invalid", await SendAsync(HttpMethod.Patch, ConfigMaps + "/canary", Encoding.UTF8.GetBytes("apiVersion: v1\nkind: ConfigMap\n"), ApplyPatch));
}
