using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ActorKube.Benchmarks.Workloads;

/// <summary>
/// Nodes without machines: the client that made them reports their pods ready as soon as they are bound, and removes those that are to go, as the agents of real nodes would through the same API.
/// </summary>
internal sealed class PretendedNodes : IAsyncDisposable
{
    /// <summary>All of them carry it, with the value true.</summary>
    public const string Label = "bench.actorkube.io/pretended";

    private const int PodsEach = 110;
    private const int Reporters = 16;
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string Leases = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases";

    private static readonly TimeSpan LeasePeriod = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client;
    private readonly int _count;
    private readonly Channel<SeenPod> _work = Channel.CreateUnbounded<SeenPod>();
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _tasks;

    private PretendedNodes(HttpClient client, int count)
    {
        (_client, _count) = (client, count);
        _tasks = Task.WhenAll([RenewAsync(), .. Enumerable.Range(0, Reporters).Select(_ => Task.Run(ReportAsync))]);
    }

    /// <summary>Makes as many nodes as so many pods need.</summary>
    public static async Task<PretendedNodes> StartAsync(HttpClient client, int pods)
    {
        var count = (pods + PodsEach - 1) / PodsEach;
        for (var i = 0; i < count; i++)
        {
            await Requests.EnsureAsync(client.PostAsync("/api/v1/nodes", Requests.Json(Node(i))));
            await Requests.EnsureAsync(client.PatchAsync($"/api/v1/nodes/{Name(i)}/status", Requests.MergePatch(NodeStatus())));
            await Requests.EnsureAsync(client.PostAsync(Leases, Requests.Json(Lease(i))));
        }

        return new PretendedNodes(client, count);
    }

    /// <summary>Takes note of a pod. One at a time.</summary>
    public void See(SeenPod pod)
    {
        var isNew = pod is { IsGone: false, Node: not null } && (pod.IsDeleting ? _removed : _reported).Add(pod.Uid);
        if (isNew)
        {
            _work.Writer.TryWrite(pod);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _work.Writer.Complete();
        await _end.CancelAsync();
        await _tasks;
        _end.Dispose();
    }

    private async Task ReportAsync()
    {
        await foreach (var pod in _work.Reader.ReadAllAsync())
        {
            var request = pod.IsDeleting
                ? _client.DeleteAsync($"{Pods}/{pod.Name}?gracePeriodSeconds=0")
                : _client.PatchAsync($"{Pods}/{pod.Name}/status", Requests.MergePatch(ReadyStatus()));
            using var response = await request;
            if (!response.IsSuccessStatusCode && response.StatusCode != System.Net.HttpStatusCode.NotFound)
            {
                throw new InvalidOperationException($"{pod.Name}: {await response.Content.ReadAsStringAsync()}");
            }
        }
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(LeasePeriod);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                for (var i = 0; i < _count; i++)
                {
                    await Requests.EnsureAsync(_client.PatchAsync($"{Leases}/{Name(i)}", Requests.MergePatch($$$"""{"spec":{"renewTime":"{{{Now("ffffff")}}}"}}""")));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It was enough.
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"pretended-{number}");

    private static string Node(int number) => $$$$"""{"apiVersion":"v1","kind":"Node","metadata":{"name":"{{{{Name(number)}}}}","labels":{"{{{{Label}}}}":"true"}}}""";

    private static string Lease(int number) =>
        $$$$"""{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"{{{{Name(number)}}}}","namespace":"kube-node-lease"},"spec":{"holderIdentity":"{{{{Name(number)}}}}","leaseDurationSeconds":40,"renewTime":"{{{{Now("ffffff")}}}}"}}""";

    private static string NodeStatus() => new JsonObject
    {
        ["status"] = new JsonObject
        {
            ["capacity"] = Room(),
            ["allocatable"] = Room(),
            ["conditions"] = new JsonArray(Condition("Ready")),
        },
    }.ToJsonString();

    private static string ReadyStatus() => new JsonObject
    {
        ["status"] = new JsonObject
        {
            ["phase"] = "Running",
            ["conditions"] = new JsonArray(Condition("PodScheduled"), Condition("Initialized"), Condition("ContainersReady"), Condition("Ready")),
        },
    }.ToJsonString();

    private static JsonObject Room() => new() { ["cpu"] = "32", ["memory"] = "64Gi", ["pods"] = PodsEach.ToString(CultureInfo.InvariantCulture) };

    private static JsonObject Condition(string type) => new()
    {
        ["type"] = type, ["status"] = "True", ["lastTransitionTime"] = Now(),
    };

    private static string Now(string fraction = "") =>
        TimeProvider.System.GetUtcNow().ToString(fraction.Length == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : $"yyyy-MM-dd'T'HH:mm:ss.{fraction}'Z'", CultureInfo.InvariantCulture);
}
