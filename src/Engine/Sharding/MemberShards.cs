using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Sharding;

/// <summary>
/// The shards of a host as a pure function of its view of the membership. While views differ two hosts may act for one object: the journal keeps that harmless.
/// A host that is not an active member has none.
/// </summary>
public sealed class MemberShards : IShards, IDisposable
{
    private readonly MemberId _self;
    private readonly IDisposable _observation;
    private readonly List<Action<Func<ObjectKey, bool>>> _observers = [];
    private readonly Lock _gate = new();
    private ShardMap _map;

    public MemberShards(IMembership membership)
    {
        _self = membership.Self;
        _map = new ShardMap(membership.View);
        _observation = membership.Observe(Follow);
    }

    public ShardMap Map => Volatile.Read(ref _map);

    public bool IsMine(ObjectKey key) => IsMine(Map, key);

    public Member? OtherOwnerOf(ObjectKey key) => Map.OwnerOf(key) is { } owner && owner.Id != _self ? owner : null;

    public IDisposable Observe(Action<Func<ObjectKey, bool>> gained)
    {
        lock (_gate)
        {
            _observers.Add(gained);
        }

        return new Observation(this, gained);
    }

    public void Dispose() => _observation.Dispose();

    private bool IsMine(ShardMap map, ObjectKey key) => map.OwnerOf(key)?.Id == _self;

    private void Follow(MembershipView view)
    {
        var before = Map;
        var now = new ShardMap(view);
        Volatile.Write(ref _map, now);
        Action<Func<ObjectKey, bool>>[] observers;
        lock (_gate)
        {
            observers = [.. _observers];
        }

        foreach (var gained in observers)
        {
            gained(key => IsMine(now, key) && !IsMine(before, key));
        }
    }

    private sealed class Observation(MemberShards shards, Action<Func<ObjectKey, bool>> gained) : IDisposable
    {
        public void Dispose()
        {
            lock (shards._gate)
            {
                shards._observers.Remove(gained);
            }
        }
    }
}
