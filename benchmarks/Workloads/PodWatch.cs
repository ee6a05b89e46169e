using System.Text;
using System.Text.Json;

namespace ActorKube.Benchmarks.Workloads;

/// <summary>What a watcher of pods sees of one.</summary>
internal sealed record SeenPod(string Uid, string Name, string? Node, string? Phase, bool IsReady, bool IsDeleting, bool IsGone, string? Index)
{
    /// <summary>Neither ended nor on its way out.</summary>
    public bool IsActive => !IsGone && !IsDeleting && Phase is not ("Succeeded" or "Failed");

    public static SeenPod Of(JsonElement change)
    {
        var pod = change.GetProperty("object");
        var (meta, status) = (pod.GetProperty("metadata"), pod.GetProperty("status"));
        return new SeenPod(
            meta.GetProperty("uid").GetString()!,
            meta.GetProperty("name").GetString()!,
            Text(pod.GetProperty("spec"), "nodeName"),
            Text(status, "phase"),
            status.TryGetProperty("conditions", out var conditions) && conditions.EnumerateArray().Any(static c => Text(c, "type") == "Ready" && Text(c, "status") == "True"),
            meta.TryGetProperty("deletionTimestamp", out _),
            Text(change, "type") == "DELETED",
            meta.TryGetProperty("annotations", out var annotations) ? Text(annotations, "batch.kubernetes.io/job-completion-index") : null);
    }

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) ? text.GetString() : null;
}

/// <summary>Follows the pods of a namespace from the first on, change by change, in the order in which they happened.</summary>
internal sealed class PodWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _follower;

    private PodWatch(StreamReader reader, Action<SeenPod> see) => _follower = FollowAsync(reader, see);

    /// <param name="client">Of the host.</param>
    /// <param name="see">Called for one change at a time.</param>
    public static async Task<PodWatch> StartAsync(HttpClient client, Action<SeenPod> see) =>
        new(new StreamReader(await client.GetStreamAsync(new Uri("/api/v1/namespaces/default/pods?watch=true", UriKind.Relative)), Encoding.UTF8), see);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _follower;
        _end.Dispose();
    }

    private async Task FollowAsync(StreamReader reader, Action<SeenPod> see)
    {
        using (reader)
        {
            try
            {
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    using var change = JsonDocument.Parse(line);
                    see(SeenPod.Of(change.RootElement));
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }
}
