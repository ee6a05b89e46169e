using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent;

/// <summary>The workers of a node by pod uid, and by what their pods take configuration from. Written by the agent's loop, read by anybody.</summary>
internal sealed class PodTable
{
    private readonly ConcurrentDictionary<string, PodWorker> _workers = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectKey, HashSet<string>> _users = [];

    public ICollection<PodWorker> All => _workers.Values;

    public bool Contains(string uid) => _workers.ContainsKey(uid);

    public bool TryGet(string uid, [NotNullWhen(true)] out PodWorker? worker) => _workers.TryGetValue(uid, out worker);

    public void Add(PodWorker worker)
    {
        _workers[worker.Record.Uid] = worker;
        foreach (var key in PodSources.Of(worker.Record.Pod))
        {
            if (!_users.TryGetValue(key, out var users))
            {
                _users.Add(key, users = new HashSet<string>(StringComparer.Ordinal));
            }

            users.Add(worker.Record.Uid);
        }
    }

    public void Remove(PodWorker worker)
    {
        _workers.TryRemove(worker.Record.Uid, out _);
        foreach (var key in PodSources.Of(worker.Record.Pod))
        {
            if (_users.TryGetValue(key, out var users) && users.Remove(worker.Record.Uid) && users.Count == 0)
            {
                _users.Remove(key);
            }
        }
    }

    /// <summary>The workers whose pods use an object.</summary>
    public IEnumerable<PodWorker> UsersOf(ObjectKey key)
    {
        foreach (var uid in _users.GetValueOrDefault(key) ?? [])
        {
            if (_workers.TryGetValue(uid, out var worker))
            {
                yield return worker;
            }
        }
    }
}
