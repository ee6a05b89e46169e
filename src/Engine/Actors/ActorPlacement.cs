using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Sharding;

namespace ActorKube.Engine.Actors;

/// <summary>Which objects have their actor here, and how commands get to those that don't.</summary>
public sealed record ActorPlacement
{
    /// <summary>All actors are here.</summary>
    public static ActorPlacement Alone { get; } = new();

    public IShards Shards { get; init; } = SingleHost.Instance;

    /// <summary>Null where there is nobody to send to.</summary>
    public ICommandSender? Sender { get; init; }
}
