using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Membership;
using ActorKube.Simulation.Hosts;

namespace ActorKube.Simulation.Network;

/// <summary>What of a host answers.</summary>
public sealed class SimulatedPeer
{
    /// <summary>Nothing of it is there.</summary>
    public bool Off { get; set; }

    /// <summary>Null: its process is gone.</summary>
    internal SimulatedProcess? Process { get; set; }

    /// <summary>Null while it isn't up yet.</summary>
    internal MembershipProtocol? Protocol { get; set; }

    /// <summary>Null while it has no actors.</summary>
    internal ICommandReceiver? Receiver { get; set; }
}
