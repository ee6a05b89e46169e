using System.Net;
using System.Net.Sockets;
using ActorKube.Engine.Membership.Probing;

namespace ActorKube.Engine.Transport;

/// <summary>
/// What a host's kernel says when its process doesn't: it accepts connections for a process that is stopped or busy, refuses them for one that is gone, and says nothing at all when
/// the machine or the way to it is.
/// </summary>
internal static class TcpContact
{
    public static async Task<PeerContact> TryAsync(string address, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPEndPoint.Parse(address), cancellationToken);
            return PeerContact.Stalls;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.ConnectionRefused ? PeerContact.Refuses : PeerContact.Silent;
        }
        catch (OperationCanceledException)
        {
            return PeerContact.Silent;
        }
    }
}
