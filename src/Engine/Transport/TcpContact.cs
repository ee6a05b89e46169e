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
    /// <summary>Begins a connection, and looks after <paramref name="patience"/> what has become of it: what this kernel knows by then counts, however late a busy process comes to look.</summary>
    public static async Task<PeerContact> TryAsync(string address, TimeSpan patience, TimeProvider time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        try
        {
            socket.Connect(IPEndPoint.Parse(address));
            return PeerContact.Stalls;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            await Task.Delay(patience, time);
            return socket.Poll(0, SelectMode.SelectWrite) ? Of((SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!) : PeerContact.Silent;
        }
        catch (SocketException e)
        {
            return Of(e.SocketErrorCode);
        }
    }

    private static PeerContact Of(SocketError error) => error switch
    {
        SocketError.Success => PeerContact.Stalls,
        SocketError.ConnectionRefused => PeerContact.Refuses,
        _ => PeerContact.Silent,
    };
}
