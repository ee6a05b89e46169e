using ActorKube.Engine.Membership;
using ActorKube.Simulation.Database;
using ActorKube.Simulation.Network;
using ActorKube.Simulation.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Simulation.Hosts;

/// <summary>A host's membership in a simulated world, life after life.</summary>
public sealed class SimulatedMember(World world, SimulatedNetwork network, IMembershipTable database, MembershipOptions options, string name)
{
    private SimulatedProcess? _process;

    public string Name { get; } = name;

    /// <summary>Null while it isn't running.</summary>
    public MembershipService? Service { get; private set; }

    /// <summary>Begins a life.</summary>
    public async Task StartAsync()
    {
        _process = new SimulatedProcess(world, HostClock.True);
        Service = await _process.Start(() => JoinAsync(_process, network, database, options, Name, NullLogger<MembershipService>.Instance));
    }

    /// <summary>None of it gets on until it is resumed, though its kernel does.</summary>
    public void Pause() => _process?.Pause();

    public void Resume() => _process?.Resume();

    /// <summary>Ends the process at once; the machine stays.</summary>
    public void Kill()
    {
        _process?.Kill();
        network.Peer(Name).Process = null;
        (_process, Service) = (null, null);
    }

    /// <summary>Ends the process and the machine at once.</summary>
    public void PowerOff()
    {
        network.Peer(Name).Off = true;
        Kill();
    }

    /// <summary>Makes a process the next life of a member.</summary>
    internal static async Task<MembershipService> JoinAsync(
        SimulatedProcess process, SimulatedNetwork network, IMembershipTable database, MembershipOptions options, string name, ILogger<MembershipService> logger)
    {
        var peer = network.Peer(name);
        (peer.Process, peer.Protocol, peer.Receiver, peer.Off) = (process, null, null, false);
        var table = new SimulatedTable(database, new DatabaseLink(network, name, process.Time));
        var peers = network.From(name, process.Time);
        var next = await Joining.NextAsync(table, peers, new Member { Id = new MemberId(name, 0), Status = MemberStatus.Active, Address = name }, options);
        var service = new MembershipService(next, table, peers, options, process.Time, process.Random, logger);
        peer.Protocol = service.Protocol;
        await service.StartAsync(CancellationToken.None);
        return service;
    }
}
