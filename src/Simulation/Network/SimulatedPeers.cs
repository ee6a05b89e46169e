using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Network;

/// <summary>The way from one host to the others over a simulated network.</summary>
internal sealed class SimulatedPeers(SimulatedNetwork network, World world, string self) : IPeers
{
    public async Task<ProbeOutcome> ProbeAsync(Member target, Probe probe, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var contact = PeerContact.Silent;
        var answer = await AskAsync(
            target.Name,
            timeout,
            protocol => Task.FromResult<ProbeAnswer?>(protocol.Answer(probe)),
            seen => contact = seen);
        return answer is null ? ProbeOutcome.None(contact) : ProbeOutcome.Of(answer);
    }

    public async Task<bool?> ProbeThroughAsync(Member helper, Member target, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var relay = new SimulatedPeers(network, world, helper.Name);
        var answer = await AskAsync(
            helper.Name,
            timeout * 1.5,
            async _ => await relay.ProbeAsync(target, new Probe(target.Id, target.Id, 0), timeout, CancellationToken.None) is { Answer.From: var from } && from == target.Id ? "heard" : "not heard",
            static _ => { });
        return answer is null ? null : answer == "heard";
    }

    public async Task<bool> CatchUpAsync(Member target, long version, TimeSpan timeout, CancellationToken cancellationToken) =>
        await AskAsync(target.Name, timeout, async protocol => await protocol.CatchUpAsync(version, CancellationToken.None) ? "yes" : null, static _ => { }) is not null;

    /// <summary>There and back within the time; null if either way was lost or nobody answered.</summary>
    private async Task<T?> AskAsync<T>(string target, TimeSpan timeout, Func<MembershipProtocol, Task<T?>> ask, Action<PeerContact> contact)
        where T : class
    {
        var asking = RoundTripAsync(target, ask, contact);
        await Task.WhenAny(asking, Task.Delay(timeout, world.Time));
        return asking.IsCompletedSuccessfully ? asking.Result : null;
    }

    private async Task<T?> RoundTripAsync<T>(string target, Func<MembershipProtocol, Task<T?>> ask, Action<PeerContact> contact)
        where T : class
    {
        var peer = network.Peer(target);
        if (!await network.TravelAsync(self, target) || peer.Off)
        {
            return await Never<T>();
        }

        var answer = peer is { Stopped: false, Protocol: { } protocol } ? await ask(protocol) : null;
        if (!await network.TravelAsync(target, self))
        {
            return await Never<T>();
        }

        contact(peer.Protocol is null ? PeerContact.Refuses : answer is null ? PeerContact.Stalls : PeerContact.Answers);
        return answer ?? await Never<T>();
    }

    private static Task<T?> Never<T>()
        where T : class => new TaskCompletionSource<T?>().Task;
}
