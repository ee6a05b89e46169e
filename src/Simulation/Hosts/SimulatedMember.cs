using ActorKube.Engine.Membership;
using ActorKube.Simulation.Network;
using ActorKube.Simulation.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Simulation.Hosts;

/// <summary>A host's membership in a simulated world, life after life.</summary>
public sealed class SimulatedMember(World world, SimulatedNetwork network, IMembershipTable database, MembershipOptions options, string name)
{
    private MembershipService? _service;

    public string Name { get; } = name;

    /// <summary>Null while it isn't running.</summary>
    public MembershipService? Service => _service;

    /// <summary>Begins a life.</summary>
    public async Task StartAsync()
    {
        var table = new SimulatedTable(database, network, Name, world.Time);
        var next = await Joining.NextAsync(table, new Member { Id = new MemberId(Name, 0), Status = MemberStatus.Active, Address = Name });
        var service = new MembershipService(next, table, network.From(Name), options, world.Time, new Random(world.Random.Next()), NullLogger<MembershipService>.Instance);
        network.Peer(Name).Protocol = service.Protocol;
        network.Peer(Name).Off = false;
        _service = service;
        await service.StartAsync(CancellationToken.None);
    }

    /// <summary>Ends the process at once; the machine stays.</summary>
    public async Task KillAsync()
    {
        network.Peer(Name).Protocol = null;
        var service = _service;
        _service = null;
        if (service is not null)
        {
            await service.DisposeAsync();
        }
    }

    /// <summary>Ends the process and the machine at once.</summary>
    public Task PowerOffAsync()
    {
        network.Peer(Name).Off = true;
        return KillAsync();
    }
}
