using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorKube.Network.Kernel;

/// <summary>A conversation with a part of the kernel over netlink, in the network namespace of the thread that opens it. Not thread-safe.</summary>
internal sealed partial class NetlinkSocket : IDisposable
{
    /// <summary>Links, addresses, routes and neighbours (rtnetlink).</summary>
    public const int Routing = 0;

    /// <summary>Packet filter and connection tracking.</summary>
    public const int Netfilter = 12;

    private const int AfNetlink = 16;
    private const int SockRawCloexec = 3 | 0x80000;
    private readonly SafeFileHandle _socket;
    private readonly byte[] _buffer = new byte[128 * 1024];
    private uint _sequence;

    /// <param name="part">Of the kernel.</param>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public NetlinkSocket(int part)
    {
        var descriptor = socket(AfNetlink, SockRawCloexec, part);
        _socket = descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Sends a request and gives each answer, without its header, to <paramref name="answer"/> until the kernel is done.</summary>
    /// <exception cref="Win32Exception">The kernel's error, such as 2 for what isn't there.</exception>
    public void Request(ushort type, ushort flags, ReadOnlySpan<byte> payload, Action<ReadOnlySpan<byte>>? answer = null)
    {
        var sequence = ++_sequence;
        var request = NetlinkMessage.Build(type, flags, sequence, payload);
        if (send(_socket, request, request.Length, 0) < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        while (true)
        {
            var length = recv(_socket, _buffer, _buffer.Length, 0);
            if (length < 0)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            }

            if (NetlinkMessage.Read(_buffer.AsSpan(0, (int)length), sequence, answer))
            {
                return;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int domain, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint send(SafeFileHandle socket, byte[] buffer, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(SafeFileHandle socket, byte[] buffer, nint length, int flags);
}
