using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Sharding;

/// <summary>Which objects are this host's to act for. Thread-safe.</summary>
public interface IShards
{
    bool IsMine(ObjectKey key);

    /// <summary>Who acts for an object; null when it is this host.</summary>
    Member? OtherOwnerOf(ObjectKey key);

    /// <summary>Calls back after owners have changed, with what tells of an object whether it is mine now and wasn't before.</summary>
    IDisposable Observe(Action<Func<ObjectKey, bool>> gained);
}
