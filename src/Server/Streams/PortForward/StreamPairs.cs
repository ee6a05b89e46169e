using System.Globalization;
using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Streams.PortForward;

/// <summary>One connection to forward: its bytes, and what goes wrong with it.</summary>
internal sealed record StreamPair(int Port, SpdyStream Data, SpdyStream Error);

/// <summary>Brings the two streams of a connection together, which arrive one by one, in any order. Not thread-safe.</summary>
internal sealed class StreamPairs
{
    private const string Type = "streamtype";
    private const string DataType = "data";
    private const string ErrorType = "error";

    private readonly Dictionary<(string Request, string Type), SpdyStream> _waiting = [];

    /// <summary>Whether the headers are those of one of the two.</summary>
    public static bool AreValid(IReadOnlyDictionary<string, string> headers) =>
        headers.GetValueOrDefault(Type) is DataType or ErrorType && ushort.TryParse(headers.GetValueOrDefault("port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0;

    /// <summary>The pair, if this is its second stream. A stream of the same request and type as one that waits takes its place.</summary>
    public StreamPair? Add(SpdyStream stream)
    {
        var (type, request) = (stream.Headers[Type], Request(stream));
        var other = type == DataType ? ErrorType : DataType;
        if (!_waiting.Remove((request, other), out var second))
        {
            _waiting[(request, type)] = stream;
            return null;
        }

        var (data, error) = type == DataType ? (stream, second) : (second, stream);
        return new StreamPair(int.Parse(data.Headers["port"], CultureInfo.InvariantCulture), data, error);
    }

    /// <summary>What both streams of a connection have in common. Clients that give no number open the error stream first and the data stream next, two higher.</summary>
    private static string Request(SpdyStream stream) => stream.Headers.TryGetValue("requestid", out var id)
        ? id
        : (stream.Headers[Type] == DataType ? stream.Id - 2 : stream.Id).ToString(CultureInfo.InvariantCulture);
}
