using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Sharding;

/// <summary>Which member's actors the objects have, under one view. Immutable.</summary>
public sealed class ShardMap
{
    private readonly Member[] _members;
    private readonly ulong[] _hashes;

    public ShardMap(MembershipView view)
    {
        // In the order of names, so that equal weights, however unlikely, are decided alike everywhere.
        _members = [.. view.Active];
        _hashes = [.. _members.Select(static m => Rendezvous.Hash(m.Name))];
        Version = view.Version;
    }

    /// <summary>Of the view that it follows from.</summary>
    public long Version { get; }

    /// <summary>Null if there is no member.</summary>
    public Member? OwnerOf(ObjectKey key) => Rendezvous.Heaviest(_hashes, Rendezvous.Hash(key)) is var i and >= 0 ? _members[i] : null;
}
