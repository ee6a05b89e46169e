using System.Text.Json;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Metrics;
using ActorKube.Engine.Commands;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.ResourceMetrics;
using ActorKube.Server.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.ResourceMetrics;

public sealed class UsageHandlerTests
{
    private const string Pods = "/apis/metrics.k8s.io/v1beta1/namespaces/ns/pods";

    [Fact]
    public async Task List_OfPods_HasThoseThatRunAndWereMeasured()
    {
        await using var store = await TestStore.OpenAsync();
        var (a, _, c) = (await RunAsync(store, "a", "web"), await RunAsync(store, "b", "web"), await RunAsync(store, "c", "api"));
        var readings = new Readings(Reading(a, "30m"), Reading(c, "10m"));

        var all = await AskAsync(store, readings, Pods);
        Assert.Equal(["a", "c"], Names(all));
        var first = all.GetProperty("items")[0];
        Assert.Equal(("web", "15s", "30m", "1Mi"), (
            first.GetProperty("metadata").GetProperty("labels").GetProperty("app").GetString(),
            first.GetProperty("window").GetString(),
            first.GetProperty("containers")[0].GetProperty("usage").GetProperty("cpu").GetString(),
            first.GetProperty("containers")[0].GetProperty("usage").GetProperty("memory").GetString()));
        Assert.Equal(["c"], Names(await AskAsync(store, readings, Pods, "?labelSelector=app%3Dapi")));
        Assert.Equal(["a"], Names(await AskAsync(store, readings, Pods, "?fieldSelector=metadata.name%3Da")));
        Assert.Equal(["a", "c"], Names(await AskAsync(store, readings, "/apis/metrics.k8s.io/v1beta1/pods")));
    }

    [Fact]
    public async Task List_AsATable_SumsContainers()
    {
        await using var store = await TestStore.OpenAsync();
        var a = await RunAsync(store, "a", "web");
        var table = await AskAsync(store, new Readings(Reading(a, "30m", "12m")), Pods, format: new ResponseFormat(Encoding.Json, Shape.Table, "v1", false));

        Assert.Equal(["Name", "cpu", "memory", "Window"], table.GetProperty("columnDefinitions").EnumerateArray().Select(static c => c.GetProperty("name").GetString()));
        Assert.Equal(["a", "42m", "2Mi", "15s"], table.GetProperty("rows")[0].GetProperty("cells").EnumerateArray().Select(static c => c.GetString()));
    }

    [Theory]
    [InlineData(Pods + "/none", "404 pods \"none\" not found")]
    [InlineData(Pods + "/b", "404 podmetrics.metrics.k8s.io \"ns/b\" not found")]
    [InlineData("/apis/metrics.k8s.io/v1beta1/nodes/none", "404 nodes \"none\" not found")]
    public async Task Get_OfWhatIsNotMeasured_IsNotFound(string path, string error)
    {
        await using var store = await TestStore.OpenAsync();
        var (a, _) = (await RunAsync(store, "a", "web"), await RunAsync(store, "b", "web"));

        Assert.Equal(error, await RefusalAsync(store, new Readings(Reading(a, "1m")), path));
    }

    [Fact]
    public async Task Get_OfALaterPodOfThatName_IsNotFound()
    {
        await using var store = await TestStore.OpenAsync();
        var a = await RunAsync(store, "a", "web");
        var earlier = Reading(a, "1m") with { Uid = "another" };

        Assert.Equal("404 podmetrics.metrics.k8s.io \"ns/a\" not found", await RefusalAsync(store, new Readings(earlier), Pods + "/a"));
    }

    [Fact]
    public async Task Anything_WhileNobodyMeasures_IsUnavailable()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.Equal("503 the server is currently unable to handle the request", await RefusalAsync(store, new Readings(), Pods));
    }

    [Fact]
    public async Task Kinds_OfMetrics_AreServedWhileTheirApiIsRegistered()
    {
        await using var store = await TestStore.OpenAsync();
        var kinds = new ServedKinds(BuiltInKinds.Registry, BuiltInKinds.WithMetrics, store.View.Snapshot);
        Assert.Null(kinds.Find("metrics.k8s.io", "v1beta1", "pods"));

        var registered = await store.CreateAsync(ApiServiceBootstrap.Metrics);
        Assert.Same(MetricsKinds.Pods, kinds.Find("metrics.k8s.io", "v1beta1", "pods"));

        await store.DeleteAsync(registered);
        Assert.Null(kinds.Find("metrics.k8s.io", "v1beta1", "pods"));
    }

    private static async Task<Pod> RunAsync(TestStore store, string name, string app)
    {
        var pod = TestStore.Pod(name);
        var created = await store.CreateAsync(pod with { Metadata = pod.Metadata with { Labels = new Dictionary<string, string> { ["app"] = app } } });
        return (Pod)(await store.UpdateAsync(created, static p => p with { Status = p.Status with { Phase = PodPhases.Running } }, UpdateScope.Status, "status")).Object;
    }

    private static PodReading Reading(Pod pod, params string[] cpu) => new(
        "ns", pod.Metadata.Name!, pod.Metadata.Uid!, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(15),
        [.. cpu.Select(static (c, i) => new ContainerReading($"c{i}", new ResourceUsage(Api.Quantities.Quantity.Parse(c).ScaledValue(-9), 1 << 20)))]);

    private static IEnumerable<string?> Names(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(static i => i.GetProperty("metadata").GetProperty("name").GetString());

    private static async Task<string> RefusalAsync(TestStore store, Readings readings, string path)
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => AskAsync(store, readings, path));
        return $"{refusal.Code} {refusal.Message}";
    }

    private static async Task<JsonElement> AskAsync(TestStore store, Readings readings, string path, string query = "", ResponseFormat? format = null)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { Request = { Method = "GET", Path = path, QueryString = new QueryString(query) }, Response = { Body = body } };
        var parsed = RequestPath.Parse(path)!;
        var isPods = parsed.Resource == "pods";
        var handler = isPods ? UsageHandler.Pods(store.Commands, readings) : UsageHandler.Nodes(store.Commands, readings);
        await handler.HandleAsync(new ApiRequest(http, parsed, isPods ? MetricsKinds.Pods : MetricsKinds.Nodes, new UserInfo { Username = "tester" }, format ?? ResponseFormat.Plain));
        await http.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(body.ToArray()).RootElement;
    }

    private sealed class Readings(params PodReading[] pods) : IUsageReadings
    {
        public ValueTask<IReadOnlyList<NodeReading>> ReadAsync(CancellationToken cancellationToken) =>
            new(pods.Length == 0 ? [] : [new NodeReading("n", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(15), default, pods)]);
    }
}
