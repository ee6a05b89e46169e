using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Sharding;

/// <summary>There is only one host: it does everything.</summary>
public sealed class SingleHost : IShards, IDisposable
{
    public static SingleHost Instance { get; } = new();

    public bool IsMine(ObjectKey key) => true;

    public Member? OtherOwnerOf(ObjectKey key) => null;

    public IDisposable Observe(Action<Func<ObjectKey, bool>> gained) => this;

    public void Dispose()
    {
        // Nothing ever changes.
    }
}
