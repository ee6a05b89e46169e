using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using ActorKube.Server.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.Proxying;

/// <summary>Requests through a proxy that is a server of its own, to another one.</summary>
public sealed class ProxyPassTests
{
    private const int Limit = 60_000;
    private const string Prefix = "/api/v1/namespaces/ns/pods/web/proxy";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Request_ByEachMethod_ArrivesAsItWasWritten(string method)
    {
        await using var lab = await ProxyLab.StartAsync(static async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            await http.Response.WriteAsync($"{http.Request.Method} {http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget} {await body.ReadToEndAsync()}");
        });
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Prefix}/a%2Fb//c/?x=%20y") { Content = method is "GET" or "OPTIONS" ? null : new StringContent("body") };

        using var answer = await lab.Client.SendAsync(request, Cancellation);

        Assert.Equal($"{method} /a%2Fb//c/?x=%20y {(request.Content is null ? "" : "body")}", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Head_IsAnsweredWithTheLengthAndNoBody()
    {
        await using var lab = await ProxyLab.StartAsync(static http =>
        {
            http.Response.ContentLength = 7;
            return http.Request.Method == "HEAD" ? Task.CompletedTask : http.Response.WriteAsync("1234567");
        });
        using var request = new HttpRequestMessage(HttpMethod.Head, $"{Prefix}/");

        using var answer = await lab.Client.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.OK, 7L), (answer.StatusCode, answer.Content.Headers.ContentLength));
    }

    [Theory(Timeout = Limit)]
    [InlineData("GET", 301)]
    [InlineData("HEAD", 301)]
    [InlineData("POST", 200)]
    public async Task Proxy_WithoutAPath_LeadsToItsRoot(string method, int status)
    {
        await using var lab = await ProxyLab.StartAsync(static _ => Task.CompletedTask);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Prefix}?a=b");

        using var answer = await lab.Client.SendAsync(request, Cancellation);

        Assert.Equal((status, status == 301 ? $"{Prefix}/?a=b" : null), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact(Timeout = Limit)]
    public async Task Headers_OfTheClientAndOfTheAnswer_AreThoseThatAreMeantForTheOtherSide()
    {
        Dictionary<string, string>? seen = null;
        await using var lab = await ProxyLab.StartAsync(http =>
        {
            seen = http.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString());
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers.SetCookie = "a=b";
            return Task.CompletedTask;
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Prefix}/a");
        foreach (var (name, value) in new[] { ("Authorization", "Bearer x"), ("Impersonate-User", "jane"), ("ActorKube-User", "{}"), ("Cookie", "c=d"), ("Accept", "image/png"), ("X-Forwarded-For", "192.0.2.1") })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await lab.Client.SendAsync(request, Cancellation);

        Assert.Equal(
            ["", "", "", "c=d", "image/png", "192.0.2.1, 127.0.0.1", $"{Prefix}/a", lab.Client.BaseAddress!.Authority],
            new[] { "Authorization", "Impersonate-User", "ActorKube-User", "Cookie", "Accept", "X-Forwarded-For", "X-Forwarded-Uri", "Host" }.Select(n => seen!.GetValueOrDefault(n, "")));
        Assert.Equal((false, true), (answer.Headers.Contains("Access-Control-Allow-Origin"), answer.Headers.Contains("Set-Cookie")));
    }

    [Theory(Timeout = Limit)]
    [InlineData("/b", $"{Prefix}/b")]
    [InlineData("http://OWN/b", $"{Prefix}/b")]
    [InlineData("b", "b")]
    [InlineData("http://example.com/b", "http://example.com/b")]
    public async Task Redirect_ToItself_LeadsThroughTheProxy(string location, string expected)
    {
        await using var lab = await ProxyLab.StartAsync(http =>
        {
            http.Response.Redirect(location.Replace("OWN", $"127.0.0.1:{http.Connection.LocalPort}", StringComparison.Ordinal));
            return Task.CompletedTask;
        });

        using var answer = await lab.Client.GetAsync($"{Prefix}/a", Cancellation);

        Assert.Equal((HttpStatusCode.Found, expected), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory(Timeout = Limit)]
    [InlineData("text/html", "", $"{Prefix}/x")]
    [InlineData("text/html; charset=utf-8", "gzip", $"{Prefix}/x")]
    [InlineData("Text/HTML", "br", $"{Prefix}/x")]
    [InlineData("text/html", "deflate", $"{Prefix}/x")]
    [InlineData("text/html", "unknown", "/x")]
    [InlineData("text/plain", "", "/x")]
    public async Task Page_WithLinks_HasThemLeadThroughTheProxy(string type, string encoding, string expected)
    {
        var page = Encoding.UTF8.GetBytes("<a href=\"/x\">\u00e9</a>");
        await using var lab = await ProxyLab.StartAsync(async http =>
        {
            http.Response.ContentType = type;
            http.Response.Headers.ContentEncoding = encoding.Length == 0 ? default : encoding;
            using var body = new MemoryStream();
            var stream = Compress(body, encoding);
            await using (stream)
            {
                await stream.WriteAsync(page);
            }

            http.Response.ContentLength = body.ToArray().Length;
            await http.Response.Body.WriteAsync(body.ToArray());
        });

        using var answer = await lab.Client.GetAsync($"{Prefix}/", Cancellation);

        Assert.Equal(encoding, string.Join(',', answer.Content.Headers.ContentEncoding));
        await using var text = Decompress(await answer.Content.ReadAsStreamAsync(Cancellation), encoding);
        using var reader = new StreamReader(text);
        Assert.Equal($"<a href=\"{expected}\">\u00e9</a>", await reader.ReadToEndAsync(Cancellation));
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WebSocket_IsPassedOnBothWays(bool tls)
    {
        await using var lab = await ProxyLab.StartAsync(
            static async http =>
            {
                using var socket = await http.WebSockets.AcceptWebSocketAsync("echo");
                var buffer = new byte[64];
                while (await socket.ReceiveAsync(buffer, http.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
                {
                    await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, http.RequestAborted);
                }

                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", http.RequestAborted);
            },
            tls);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("echo");
        await socket.ConnectAsync(new Uri($"ws://{lab.Client.BaseAddress!.Authority}{Prefix}"), Cancellation);
        Assert.Equal("echo", socket.SubProtocol);
        foreach (var word in new[] { "one", "two" })
        {
            var buffer = new byte[64];
            await socket.SendAsync(Encoding.ASCII.GetBytes(word), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
            Assert.Equal(word, Encoding.ASCII.GetString(buffer, 0, (await socket.ReceiveAsync(buffer, Cancellation)).Count));
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", Cancellation);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact(Timeout = Limit)]
    public async Task Upgrade_ThatIsDeclined_IsAnsweredAsItIs()
    {
        await using var lab = await ProxyLab.StartAsync(static http =>
        {
            http.Response.StatusCode = 403;
            return http.Response.WriteAsync("no");
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Prefix}/");
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");

        using var answer = await lab.Client.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, "no"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
    }

    private static Stream Compress(Stream stream, string encoding) => encoding switch
    {
        "gzip" => new GZipStream(stream, CompressionMode.Compress, leaveOpen: true),
        "deflate" => new ZLibStream(stream, CompressionMode.Compress, leaveOpen: true),
        "br" => new BrotliStream(stream, CompressionMode.Compress, leaveOpen: true),
        _ => new BufferedStream(stream, 1024),
    };

    private static Stream Decompress(Stream stream, string encoding) => encoding switch
    {
        "gzip" => new GZipStream(stream, CompressionMode.Decompress),
        "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
        "br" => new BrotliStream(stream, CompressionMode.Decompress),
        _ => stream,
    };
}
