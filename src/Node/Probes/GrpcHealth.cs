using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ActorKube.NodeAgent.Probes;

/// <summary>
/// The Check call of grpc.health.v1, whose messages are so small that they are written by hand: the request is field 1, the service's name; the answer is field 1,
/// a number of which 1 is SERVING. Each message has five bytes in front: 0 for uncompressed, and its length.
/// </summary>
internal static class GrpcHealth
{
    private static readonly string[] Statuses = ["UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"];

    public static HttpRequestMessage Request(string host, int port, string service)
    {
        var name = Encoding.UTF8.GetBytes(service);
        byte[] message = name.Length == 0 ? [] : [0x0a, .. Varint(name.Length), .. name];
        var content = new ByteArrayContent([0, .. BigEndian(message.Length), .. message]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder("http", host, port, "/grpc.health.v1.Health/Check").Uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TE.ParseAdd("trailers");
        return request;
    }

    public static ProbeOutcome Judge(ReadOnlySpan<byte> body, HttpResponseMessage response)
    {
        var code = Header(response.TrailingHeaders, "grpc-status") ?? Header(response.Headers, "grpc-status") ?? "2";
        if (code != "0")
        {
            return code == "12"
                ? ProbeOutcome.Failure("error: this server does not implement the grpc health protocol (grpc.health.v1.Health)")
                : ProbeOutcome.Failure($"error: health rpc probe failed: rpc error: code = {code} desc = {Header(response.TrailingHeaders, "grpc-message")}");
        }

        // An empty message is the number's default, 0.
        var status = body.Length >= 7 && body[5] == 0x08 ? body[6] : (byte)0;
        var text = status < Statuses.Length ? Statuses[status] : status.ToString(CultureInfo.InvariantCulture);
        return status == 1 ? ProbeOutcome.Success : ProbeOutcome.Failure($"service unhealthy (responded with \"{text}\")");
    }

    private static string? Header(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Varint(int value) => value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Varint(value >> 7)];
}
