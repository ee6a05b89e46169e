using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Probing;

namespace ActorKube.Simulation.Network;

/// <summary>The way from one host to the others over a simulated network.</summary>
internal sealed class SimulatedPeers(SimulatedNetwork network, string self, TimeProvider time) : IPeers
{
    public async Task<ProbeOutcome> ProbeAsync(Member target, Probe probe, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var contact = PeerContact.Silent;
        var answer = await AskAsync(target.Name, timeout, peer => Task.FromResult(peer.Protocol?.Answer(probe)), seen => contact = seen);
        return answer is null ? ProbeOutcome.None(contact) : ProbeOutcome.Of(answer);
    }

    public async Task<bool?> ProbeThroughAsync(Member helper, Member target, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(helper.Name, timeout * 1.5, peer => RelayAsync(peer, helper.Name, target, timeout), static _ => { });
        return answer is null ? null : answer == "heard";
    }

    public async Task<bool> CatchUpAsync(Member target, long version, TimeSpan timeout, CancellationToken cancellationToken) => await AskAsync(
        target.Name,
        timeout,
        async peer => peer.Protocol is { } protocol && await protocol.CatchUpAsync(version, CancellationToken.None) ? "yes" : null,
        static _ => { }) is not null;

    private async Task<string?> RelayAsync(SimulatedPeer peer, string helper, Member target, TimeSpan timeout)
    {
        if (peer.Process is not { } process)
        {
            return null;
        }

        var outcome = await new SimulatedPeers(network, helper, process.Time).ProbeAsync(target, new Probe(target.Id, target.Id, 0), timeout, CancellationToken.None);
        return outcome is { Answer.From: var from } && from == target.Id ? "heard" : "not heard";
    }

    /// <summary>There and back within the time; null if either way was lost or nobody answered.</summary>
    private async Task<T?> AskAsync<T>(string target, TimeSpan timeout, Func<SimulatedPeer, Task<T?>> ask, Action<PeerContact> contact)
        where T : class
    {
        var late = false;
        var asking = network.AskPeerAsync(self, target, ask, seen => Note(seen));
        await Task.WhenAny(asking, Task.Delay(timeout, time));
        late = true;
        return asking.IsCompletedSuccessfully ? asking.Result : null;

        void Note(PeerContact seen)
        {
            if (!late)
            {
                contact(seen);
            }
        }
    }
}
