using System.Collections.Concurrent;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Network.Policies;

/// <summary>Addresses that pods of this node have got and that their status may not show yet. Thread-safe.</summary>
internal sealed class AnnouncedAddresses
{
    private readonly ConcurrentDictionary<string, (ObjectKey Key, IReadOnlyList<string> Addresses)> _byUid = new(StringComparer.Ordinal);

    public void Set(ObjectKey key, string uid, IReadOnlyList<string> addresses) => _byUid[uid] = (key, addresses);

    public IReadOnlyList<string> Of(string uid) => _byUid.TryGetValue(uid, out var known) ? known.Addresses : [];

    /// <summary>Pods that are gone need none.</summary>
    public void Prune(ViewSnapshot view)
    {
        foreach (var (uid, known) in _byUid)
        {
            if (view.Get(known.Key)?.Header.Uid != uid)
            {
                _byUid.TryRemove(uid, out _);
            }
        }
    }
}
