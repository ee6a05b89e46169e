using System.Buffers;
using System.Text;

namespace ActorKube.Server.Aggregation;

/// <summary>
/// Writes a header once for each of its values. .NET's client joins them with commas, which says something else: extension servers take each line of X-Remote-Group for the name of a group, in which a
/// comma is a character like any other. So the values are joined by <see cref="Separator"/>, and taken apart here, on the way to the connection.
/// </summary>
/// <remarks>
/// Outgoing HTTP/1.1 is seen as head after head. After a head that a body or another protocol follows everything passes as it is: the sender must end the connection with such a request.
/// </remarks>
internal sealed class RepeatedHeaderStream(Stream connection) : Stream
{
    /// <summary>No header may have it in a value.</summary>
    public const char Separator = '\u0001';

    private readonly ArrayBufferWriter<byte> _head = new();
    private bool _isPassing;

    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_isPassing && !buffer.IsEmpty)
        {
            var known = _head.WrittenCount;
            _head.Write(buffer.Span);
            var from = Math.Max(0, known - HeadEnd.Length + 1);
            var at = _head.WrittenSpan[from..].IndexOf(HeadEnd);
            if (at < 0)
            {
                return;
            }

            var length = from + at + HeadEnd.Length;
            var head = Encoding.Latin1.GetString(_head.WrittenSpan[..length]);
            _head.ResetWrittenCount();
            buffer = buffer[(length - known)..];
            _isPassing = HasMore(head);
            await connection.WriteAsync(Encoding.Latin1.GetBytes(Repeat(head)), cancellationToken).ConfigureAwait(false);
        }

        if (!buffer.IsEmpty)
        {
            await connection.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("only asynchronous writes");

    public override void Flush() => connection.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => connection.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => connection.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => connection.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary><c>G: a^b</c>, with the separator for the caret, becomes <c>G: a</c> and <c>G: b</c>.</summary>
    internal static string Repeat(string head) => !head.Contains(Separator, StringComparison.Ordinal) ? head : string.Join("\r\n", head.Split("\r\n").SelectMany(static line =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && line.Contains(Separator, StringComparison.Ordinal)
            ? line[(colon + 2)..].Split(Separator).Select(value => $"{line[..colon]}: {value}")
            : [line]));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool HasMore(string head) => head.Split("\r\n").Any(static line =>
        line.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Upgrade:", StringComparison.OrdinalIgnoreCase)
        || (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase) && line["Content-Length:".Length..].Trim() != "0"));
}
