namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>Paths, methods and parameters that there are not.</summary>
[Collection(nameof(BadInputHost))]
public sealed class QueryTests(HostProcess host) : BadInputTest(host)
{
    [Theory(Timeout = 120_000)]
    [InlineData("limit=x", 400, "BadRequest")]
    [InlineData("limit=99999999999999999999", 400, "BadRequest")]
    [InlineData("timeoutSeconds=soon", 400, "BadRequest")]
    [InlineData("continue=x", 400, "BadRequest")]
    [InlineData("continue=%ff", 400, "BadRequest")]
    [InlineData("continue=e30", 400, "BadRequest")]
    [InlineData("continue=eyJ2IjoieCIsInJ2IjoxfQ", 400, "BadRequest")]
    [InlineData("labelSelector=a%3D%3D%3Db", 400, "BadRequest")]
    [InlineData("labelSelector=a%20in%20(", 400, "BadRequest")]
    [InlineData("labelSelector=%2Ca", 400, "BadRequest")]
    [InlineData("labelSelector=%ff", 400, "BadRequest")]
    [InlineData("labelSelector=((((((((", 400, "BadRequest")]
    [InlineData("fieldSelector=metadata.name", 400, "BadRequest")]
    [InlineData("fieldSelector=no.such.field%3D1", 400, "BadRequest")]
    [InlineData("fieldSelector=metadata.name%3Da%5C", 400, "BadRequest")]
    [InlineData("watch=1&labelSelector=a(", 400, "BadRequest")]
    [InlineData("watch=1&fieldSelector=no.such.field%3D1", 400, "BadRequest")]
    [InlineData("resourceVersionMatch=Exact", 422, "Invalid")]
    [InlineData("resourceVersion=5&resourceVersionMatch=Nope", 422, "Invalid")]
    [InlineData("resourceVersion=0&resourceVersionMatch=Exact", 422, "Invalid")]
    [InlineData("sendInitialEvents=true", 422, "Invalid")]
    public async Task List_BadParameter_IsRefused(string query, int code, string reason) =>
        AssertStatus(code, reason, await SendAsync(HttpMethod.Get, $"{ConfigMaps}?{query}"));

    [Theory(Timeout = 120_000)]
    [InlineData("dryRun=Some")]
    [InlineData("dryRun=All&dryRun=Some")]
    [InlineData("fieldManager=%01")]
    [InlineData("fieldValidation=strict")]
    public async Task Create_BadParameter_IsInvalid(string query) =>
        AssertStatus(422, "Invalid", await SendAsync(HttpMethod.Post, $"{ConfigMaps}?{query}", """{"metadata":{"name":"a"}}"""));

    [Theory(Timeout = 120_000)]
    [InlineData("gracePeriodSeconds=x", "", 400, "BadRequest")]
    [InlineData("propagationPolicy=Slowly", "", 422, "Invalid")]
    [InlineData("propagationPolicy=Orphan&orphanDependents=true", "", 422, "Invalid")]
    [InlineData("", "{", 400, "BadRequest")]
    [InlineData("", "[]", 400, "BadRequest")]
    [InlineData("", "{'gracePeriodSeconds':'x'}", 400, "BadRequest")]
    [InlineData("", "{'preconditions':1}", 400, "BadRequest")]
    [InlineData("", "{'preconditions':{'uid':'another'}}", 409, "Conflict")]
    [InlineData("", "{'preconditions':{'resourceVersion':'1'}}", 409, "Conflict")]
    [InlineData("", "{'propagationPolicy':'Slowly'}", 422, "Invalid")]
    [InlineData("", "{'dryRun':['Some']}", 422, "Invalid")]
    public async Task Delete_BadOptions_AreRefused(string query, string body, int code, string reason) => AssertStatus(
        code, reason, await SendAsync(HttpMethod.Delete, $"{ConfigMaps}/canary?{query}", body.Length == 0 ? null : body.Replace('\'', '"')));

    [Theory(Timeout = 120_000)]
    [InlineData("GET", "/api/v1/nopes", 404, "NotFound")]
    [InlineData("GET", "/api/v2/pods", 404, "NotFound")]
    [InlineData("GET", "/apis/apps/v9/deployments", 404, "NotFound")]
    [InlineData("GET", "/api/v1/namespaces/default/pods/a/nope", 404, "NotFound")]
    [InlineData("GET", "/api/v1/namespaces/default/nodes", 404, "NotFound")]
    [InlineData("GET", ConfigMaps + "/nope", 404, "NotFound")]
    [InlineData("GET", ConfigMaps + "/%ff%fe", 404, "NotFound")]
    [InlineData("DELETE", "/api/v1/namespaces/default/pods/%2e%2e", 404, "NotFound")]
    [InlineData("DELETE", "/api/v1/namespaces/default/pods/..", 404, "NotFound")]
    [InlineData("POST", "/api/v1/namespaces/nope/configmaps", 404, "NotFound")]
    [InlineData("PUT", ConfigMaps, 405, "MethodNotAllowed")]
    [InlineData("POST", ConfigMaps + "/canary", 405, "MethodNotAllowed")]
    [InlineData("DELETE", "/api/v1/namespaces", 405, "MethodNotAllowed")]
    [InlineData("DELETE", "/api/v1/nodes/a/status", 405, "MethodNotAllowed")]
    [InlineData("POST", "/api/v1/componentstatuses", 405, "MethodNotAllowed")]
    [InlineData("OPTIONS", ConfigMaps, 405, "MethodNotAllowed")]
    [InlineData("FOO", ConfigMaps, 405, "MethodNotAllowed")]
    [InlineData("PUT", "/version", 405, "MethodNotAllowed")]
    public async Task Request_UnknownPathOrMethod_IsRefused(string method, string path, int code, string reason) =>
        AssertStatus(code, reason, await SendAsync(new HttpMethod(method), path, method == "POST" ? """{"metadata":{"name":"a"}}""" : null));

    [Fact(Timeout = 120_000)]
    public async Task Request_PathOfNoApi_IsNotFound() => Assert.Equal(404, (await SendAsync(HttpMethod.Get, "/nope")).Code);

    [Theory(Timeout = 120_000)]
    [InlineData("text/plain")]
    [InlineData("image/png")]
    [InlineData("garbage;;;,,,")]
    [InlineData("application/json;as=Nope;v=v1;g=meta.k8s.io")]
    [InlineData("application/json;as=Table;v=v9;g=meta.k8s.io")]
    public async Task Get_UnacceptableAccept_IsNotAcceptable(string accept) =>
        AssertStatus(406, "NotAcceptable", await SendAsync(HttpMethod.Get, ConfigMaps, body: null, contentType: null, ("Accept", accept)));
}
