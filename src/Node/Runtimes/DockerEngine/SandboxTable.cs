using System.Collections.Concurrent;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>A pod's sandbox as this process knows it.</summary>
/// <param name="Warm">It came from the pool: its own host name isn't the pod's.</param>
internal sealed record SandboxEntry(string Id, PodIdentity Pod, int Attempt, bool Warm, DateTimeOffset CreatedAt, IReadOnlyList<string> Addresses, SandboxFiles Files)
{
    /// <summary>The name that the engine gave it: the beginning of its id, if none was asked for.</summary>
    public string? OwnHostname => Warm ? Id[..HostnamePlan.OwnLength] : null;

    public SandboxStatus ToStatus(bool ready) => new()
    {
        Id = Id,
        Pod = Pod,
        Attempt = Attempt,
        CreatedAt = CreatedAt,
        State = ready ? SandboxState.Ready : SandboxState.NotReady,
        Addresses = ready ? Addresses : [],
    };
}

/// <summary>The running sandboxes of pods: a cache that saves inspections. Thread-safe.</summary>
internal sealed class SandboxTable
{
    private readonly ConcurrentDictionary<string, SandboxEntry> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Uid, int Attempt), SandboxEntry> _byPod = new();

    public bool IsEmpty => _byId.IsEmpty;

    public void Add(SandboxEntry entry)
    {
        _byId[entry.Id] = entry;
        _byPod[(entry.Pod.Uid, entry.Attempt)] = entry;
    }

    public SandboxEntry? Find(string id) => _byId.GetValueOrDefault(id);

    public SandboxEntry? Find(PodIdentity pod, int attempt) => _byPod.GetValueOrDefault((pod.Uid, attempt));

    public SandboxEntry? Remove(string id)
    {
        if (!_byId.TryRemove(id, out var entry))
        {
            return null;
        }

        _byPod.TryRemove(new KeyValuePair<(string, int), SandboxEntry>((entry.Pod.Uid, entry.Attempt), entry));
        return entry;
    }
}
