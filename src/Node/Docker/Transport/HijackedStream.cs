using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorKube.NodeAgent.Docker;

/// <summary>
/// A connection that the engine has given up HTTP on: after the response head it carries raw bytes both ways, and its sending half can be closed alone,
/// which HttpClient can't do. Attach and exec use it.
/// </summary>
internal sealed class HijackedStream : Stream
{
    private const int MaxHead = 16 * 1024;
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private ReadOnlyMemory<byte> _early;

    private HijackedStream(Socket socket, ReadOnlyMemory<byte> early)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _early = early;
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="DockerException">The engine refused.</exception>
    public static async Task<HijackedStream> OpenAsync(DockerEndpoint endpoint, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        Socket socket;
        try
        {
            socket = await endpoint.ConnectAsync(cancellationToken);
        }
        catch (SocketException e)
        {
            throw new DockerException(null, $"cannot reach the container engine at {endpoint}: {e.Message}", e);
        }

        try
        {
            await socket.SendAsync(Request(path, body), cancellationToken);
            return await ReadHeadAsync(socket, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Tells the other side that nothing more comes; reading goes on.</summary>
    /// <exception cref="IOException">The other side has gone.</exception>
    public void CloseWrite()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_early.IsEmpty)
        {
            return await _stream.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, _early.Length);
        _early[..count].CopyTo(buffer);
        _early = _early[count..];
        return count;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _stream.WriteAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    public override void Flush()
    {
        // Nothing is buffered.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Request(string path, ReadOnlyMemory<byte> body)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body.Span];
    }

    private static async Task<HijackedStream> ReadHeadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxHead];
        var length = 0;
        int end;
        while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            length += await ReceiveAsync(socket, buffer.AsMemory(length), cancellationToken);
        }

        var head = ResponseHead.Parse(Encoding.ASCII.GetString(buffer, 0, end));
        var rest = end + 4;
        if (head.Status is HttpStatusCode.SwitchingProtocols or HttpStatusCode.OK)
        {
            return new HijackedStream(socket, buffer.AsMemory(rest, length - rest));
        }

        var bodyEnd = Math.Min(rest + head.ContentLength, buffer.Length);
        while (length < bodyEnd)
        {
            length += await ReceiveAsync(socket, buffer.AsMemory(length, bodyEnd - length), cancellationToken);
        }

        throw new DockerException(head.Status, DockerError.Message(head.Status, Encoding.UTF8.GetString(buffer, rest, length - rest)));
    }

    private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = buffer.IsEmpty ? 0 : await socket.ReceiveAsync(buffer, cancellationToken);
        return count > 0 ? count : throw new DockerException(null, "the engine closed the connection before it answered");
    }
}
