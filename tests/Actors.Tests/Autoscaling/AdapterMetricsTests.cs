using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Tests.Aggregation;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;

namespace ActorKube.Actors.Tests.Autoscaling;

/// <summary>What adapters are asked, and what becomes of their answers.</summary>
public sealed class AdapterMetricsTests
{
    private const string Custom = "/apis/custom.metrics.k8s.io/v1beta2/namespaces/ns/";
    private const string External = "/apis/external.metrics.k8s.io/v1beta1/namespaces/ns/";

    private static readonly LabelQuery Pods = LabelQuery.Parse("app=web,tier in (a,b)");

    private readonly StubServers _servers = new();

    [Fact]
    public async Task Pods_OfAnAdapter_AreThoseOfItsList()
    {
        _servers.Answers[$"{Custom}pods/*/rate?labelSelector=app%3Dweb%2Ctier%20in%20%28a%2Cb%29&metricLabelSelector=verb%3DGET"] = (200, """
            {"kind":"MetricValueList","apiVersion":"custom.metrics.k8s.io/v1beta2","metadata":{},"items":[
             {"describedObject":{"kind":"Pod","namespace":"ns","name":"web-0"},"metric":{"name":"rate"},"timestamp":"2026-01-01T00:00:00Z","windowSeconds":30,"value":"1500m"},
             {"describedObject":{"kind":"Pod","namespace":"ns","name":"web-1"},"metric":{"name":"rate"},"timestamp":"2026-01-01T00:00:01Z","value":"2"}]}
            """);
        var values = await AskAsync(m => m.OfPodsAsync("ns", Pods, new() { Name = "rate", Selector = new() { MatchLabels = Make.Labels("verb=GET") } }, default), Adapter("custom", "v1beta2"));

        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal([("web-0", new PodValue(at, TimeSpan.FromSeconds(30), 1500)), ("web-1", new PodValue(at.AddSeconds(1), TimeSpan.FromMinutes(1), 2000))], values.Select(static v => (v.Key, v.Value)));
        Assert.Equal("system:serviceaccount:kube-system:horizontal-pod-autoscaler", Assert.Single(_servers.Asked).User);
    }

    [Theory]
    [InlineData("apps/v1", "Deployment", "web", "deployments.apps/web/rate")]
    [InlineData("v1", "Service", "web", "services/web/rate")]
    [InlineData(null, "Service", "a b", "services/a%20b/rate")]
    [InlineData("v1", "Namespace", "other", "metrics/rate")]
    public async Task Object_OfEachKind_HasItsPath(string? version, string kind, string name, string path)
    {
        _servers.Answers[Custom + path] = (200, """{"items":[{"describedObject":{"name":"x"},"timestamp":"2026-01-01T00:00:00Z","value":"10k"}]}""");

        Assert.Equal(10_000_000, await AskAsync(m => m.OfObjectAsync("ns", new() { ApiVersion = version, Kind = kind, Name = name }, new() { Name = "rate" }, default), Adapter("custom", "v1beta2")));
    }

    [Fact]
    public async Task External_WithSeveralSeries_GivesThemAll()
    {
        _servers.Answers[$"{External}queue?labelSelector=name%3Dwork"] = (200, """{"items":[{"metricName":"queue","metricLabels":{},"timestamp":"2026-01-01T00:00:00Z","value":"3"},{"metricName":"queue","value":"4"}]}""");

        Assert.Equal([3000, 4000], await AskAsync(m => m.ExternalAsync("ns", new() { Name = "queue", Selector = new() { MatchLabels = Make.Labels("name=work") } }, default), Adapter("external", "v1beta1")));
    }

    [Fact]
    public async Task Version_ThatTheGroupPrefers_IsAsked()
    {
        var (older, newer) = (Adapter("custom", "v1beta1"), Adapter("custom", "v1beta2"));
        await FailAsync(m => m.OfPodsAsync("ns", Pods, new() { Name = "rate" }, default), older, newer);
        await FailAsync(m => m.OfPodsAsync("ns", Pods, new() { Name = "rate" }, default), older with { Spec = older.Spec with { VersionPriority = 200 } }, newer);

        Assert.Equal(["v1beta2", "v1beta1"], _servers.Asked.Select(static a => a.Path.Split('/')[3]));
    }

    [Fact]
    public async Task Failures_AreToldInTheWordsOfKubernetesClients()
    {
        var adapter = Adapter("custom", "v1beta2");
        _servers.Answers[$"{Custom}pods/*/said?labelSelector=app%3Dweb"] = (404, """{"kind":"Status","apiVersion":"v1","status":"Failure","message":"the server could not find the metric said for pods","reason":"NotFound","code":404}""");
        _servers.Answers[$"{Custom}pods/*/broken?labelSelector=app%3Dweb"] = (500, "oops\n");
        _servers.Answers[$"{Custom}pods/*/odd?labelSelector=app%3Dweb"] = (200, """{"items":[{"value":true}]}""");
        _servers.Answers[$"{Custom}services/web/two"] = (200, """{"items":[{"value":"1"},{"value":"2"}]}""");

        Assert.Equal("no custom metrics API (custom.metrics.k8s.io) registered", await FailAsync(m => Of(m, "any")));
        Assert.Equal("no known available metric versions found", await FailAsync(m => Of(m, "any"), Adapter("custom", "v2")));
        Assert.Equal("the server could not find the requested resource (get queue.external.metrics.k8s.io)", await FailAsync(m => m.ExternalAsync("ns", new() { Name = "queue" }, default)));
        Assert.Equal("the server is currently unable to handle the request (get pods.custom.metrics.k8s.io *)", await FailAsync(m => Of(m, "any"), adapter with { Status = new() }));
        Assert.Equal("the server could not find the requested resource (get pods.custom.metrics.k8s.io *)", await FailAsync(m => Of(m, "any"), adapter));
        Assert.Equal("the server could not find the metric said for pods", await FailAsync(m => Of(m, "said"), adapter));
        Assert.Equal("an error on the server (\"oops\") has prevented the request from succeeding (get pods.custom.metrics.k8s.io *)", await FailAsync(m => Of(m, "broken"), adapter));
        Assert.StartsWith("the metrics API server didn't return a list of metric values: ", await FailAsync(m => Of(m, "odd"), adapter), StringComparison.Ordinal);
        Assert.Equal("the custom metrics API server returned 2 results when we asked for exactly one", await FailAsync(m => Object(m, "Service", "two"), adapter));
        Assert.Equal("unable to map kind Thing to resource: no matches for kind \"Thing\" in group \"\"", await FailAsync(m => Object(m, "Thing", "two"), adapter));

        static ValueTask<IReadOnlyDictionary<string, PodValue>> Of(AdapterMetrics metrics, string metric) => metrics.OfPodsAsync("ns", LabelQuery.Parse("app=web"), new() { Name = metric }, default);
        static ValueTask<long> Object(AdapterMetrics metrics, string kind, string metric) => metrics.OfObjectAsync("ns", new() { Kind = kind, Name = "web" }, new() { Name = metric }, default);
    }

    [Fact]
    public async Task Server_ThatCantBeReached_IsSaid()
    {
        _servers.Error = "connection refused";

        Assert.Equal("connection refused", await FailAsync(m => m.ExternalAsync("ns", new() { Name = "queue" }, default), Adapter("external", "v1beta1")));
    }

    private static APIService Adapter(string group, string version) => new()
    {
        ApiVersion = "apiregistration.k8s.io/v1",
        Kind = "APIService",
        Metadata = new ObjectMeta { Name = $"{version}.{group}.metrics.k8s.io" },
        Spec = new() { Group = $"{group}.metrics.k8s.io", Version = version, VersionPriority = 100, Service = new() { Namespace = "ns", Name = "adapter", Port = 443 } },
        Status = new() { Conditions = [new() { Type = "Available", Status = "True", LastTransitionTime = Make.Epoch }] },
    };

    private async Task<string> FailAsync<T>(Func<AdapterMetrics, ValueTask<T>> ask, params IApiObject[] registered) =>
        (await Assert.ThrowsAsync<MetricUnavailableException>(() => AskAsync(ask, registered))).Message;

    private async Task<T> AskAsync<T>(Func<AdapterMetrics, ValueTask<T>> ask, params IApiObject[] registered)
    {
        await using var cluster = await Cluster.WithAsync(registered);
        return await ask(new AdapterMetrics(_servers, Cluster.Kinds, cluster.View.Snapshot));
    }
}
