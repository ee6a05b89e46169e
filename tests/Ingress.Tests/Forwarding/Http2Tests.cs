using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using ActorKube.Ingresses.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorKube.Ingresses.Tests.Forwarding;

/// <summary>HTTP/2 with and without TLS, calls as gRPC makes them, and WebSockets.</summary>
public sealed class Http2Tests
{
    private const int Limit = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Both sides talk in turns on one stream, and what became of the call is told behind it, as gRPC does.</summary>
    [Theory(Timeout = Limit)]
    [InlineData("http", "kubernetes.io/h2c")]
    [InlineData("http", null)]
    [InlineData("https", "kubernetes.io/h2c")]
    [InlineData("https", "grpc")]
    public async Task Call_InBothDirections_IsPassedOnPieceByPieceWithItsTrailers(string scheme, string? appProtocol)
    {
        await using var backend = await TestBackend.StartAsync(EchoAsync, HttpProtocols.Http2);
        await using var lab = await LabAsync(backend, appProtocol);
        using var client = Clients.To(scheme == "http" ? lab.Ingress.HttpPort!.Value : lab.Ingress.HttpsPort!.Value);
        var body = new SpokenContent("application/grpc");
        using var request = Request(HttpMethod.Post, $"{scheme}://web.test/Echo", body);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("HTTP/2 trailers", Assert.Single(answer.Headers.GetValues("X-Seen")));
        using var stream = await answer.Content.ReadAsStreamAsync(Cancellation);
        var buffer = new byte[64];
        foreach (var word in new[] { "one", "two", "three" })
        {
            await body.SayAsync(word);
            Assert.Equal(word, Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, Cancellation)));
        }

        body.End();
        Assert.Equal(0, await stream.ReadAsync(buffer, Cancellation));
        Assert.Equal("0", Assert.Single(answer.TrailingHeaders.GetValues("grpc-status")));
    }

    [Fact(Timeout = Limit)]
    public async Task Call_ThatEndsWithoutABody_HasItsStatusInTheHeaders()
    {
        await using var backend = await TestBackend.StartAsync(
            static http =>
            {
                http.Response.ContentType = "application/grpc";
                http.Response.Headers["grpc-status"] = "5";
                return Task.CompletedTask;
            },
            HttpProtocols.Http2);
        await using var lab = await LabAsync(backend, "grpc");
        using var client = lab.Client();
        using var request = Request(HttpMethod.Post, "http://web.test/Find", new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } });

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal("5", Assert.Single(answer.Headers.GetValues("grpc-status")));
        Assert.Empty(answer.TrailingHeaders);
    }

    [Theory(Timeout = Limit)]
    [InlineData("http", "1.1")]
    [InlineData("https", "1.1")]
    [InlineData("https", "2.0")]
    [InlineData("http", "2.0")]
    public async Task WebSocket_OverEitherVersion_IsAnEcho(string scheme, string version)
    {
        await using var backend = await TestBackend.StartAsync(SocketEchoAsync);
        await using var lab = await LabAsync(backend, "kubernetes.io/ws");
        using var client = Clients.To(scheme == "http" ? lab.Ingress.HttpPort!.Value : lab.Ingress.HttpsPort!.Value);
        using var socket = new ClientWebSocket { Options = { HttpVersion = Version.Parse(version), HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact } };
        socket.Options.AddSubProtocol("echo");
        await socket.ConnectAsync(new Uri($"{(scheme == "http" ? "ws" : "wss")}://web.test/"), client, Cancellation);
        Assert.Equal("echo", socket.SubProtocol);
        var buffer = new byte[64];
        foreach (var word in new[] { "one", "two" })
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(word), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
            var received = await socket.ReceiveAsync(buffer, Cancellation);
            Assert.Equal(word, Encoding.ASCII.GetString(buffer, 0, received.Count));
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", Cancellation);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact(Timeout = Limit)]
    public async Task Upgrade_ThatTheBackendDoesNotWant_IsAnsweredAsItAnswers()
    {
        await using var backend = await TestBackend.StartAsync("plain");
        await using var lab = await LabAsync(backend, null);
        using var client = lab.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://web.test/x");
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal("plain GET /x", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Connections that were made something else have no end of their own: the host's stop is theirs.</summary>
    [Fact(Timeout = Limit)]
    public async Task Stop_WithAWebSocketOpen_EndsIt()
    {
        await using var backend = await TestBackend.StartAsync(SocketEchoAsync);
        var lab = await LabAsync(backend, null);
        using var client = lab.Client();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri("ws://web.test/"), client, Cancellation);
        var receiving = socket.ReceiveAsync(new byte[8], Cancellation);

        await lab.DisposeAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => receiving);
    }

    private static async Task EchoAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        http.Response.Headers["X-Seen"] = $"{http.Request.Protocol} {http.Request.Headers.TE}";
        await http.Response.Body.FlushAsync(http.RequestAborted);
        var buffer = new byte[64];
        int count;
        while ((count = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            await http.Response.Body.WriteAsync(buffer.AsMemory(0, count), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        http.Response.AppendTrailer("grpc-status", "0");
    }

    private static async Task SocketEchoAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync(http.WebSockets.WebSocketRequestedProtocols.FirstOrDefault());
        var buffer = new byte[64];
        try
        {
            while (await socket.ReceiveAsync(buffer, http.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
            {
                await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, http.RequestAborted);
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", http.RequestAborted);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client has gone.
        }
    }

    private static Task<IngressLab> LabAsync(TestBackend backend, string? appProtocol) =>
        IngressLab.StartAsync(Make.Ingress("web", "web.test/ web"), Make.Service("web", appProtocol), Make.Slice("web", "a", backend.Endpoint));

    private static HttpRequestMessage Request(HttpMethod method, string address, HttpContent content) =>
        new(method, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = content };
}
