using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Simulation.Network;

/// <summary>Brings one host's commands to the others over a simulated network.</summary>
internal sealed class SimulatedSender(SimulatedNetwork network, string self, TimeProvider time) : ICommandSender
{
    /// <summary>After this a host does itself what the other one doesn't answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public async ValueTask<ReadOnlyMemory<byte>?> SendAsync(Member target, ObjectKey key, string name, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        var asking = network.AskPeerAsync(self, target.Name, peer => ReceiveAsync(peer, key, name, command), static _ => { });
        await Task.WhenAny(asking, Task.Delay(Patience, time, CancellationToken.None));
        return asking.IsCompletedSuccessfully ? new ReadOnlyMemory<byte>?(asking.Result) : null;
    }

    private static async Task<byte[]?> ReceiveAsync(SimulatedPeer peer, ObjectKey key, string name, ReadOnlyMemory<byte> command) =>
        peer.Receiver is { } receiver && await receiver.ReceiveAsync(key, name, command, CancellationToken.None) is { } answer ? answer.ToArray() : null;
}
