using System.Net;
using System.Text;
using ActorKube.Ingresses.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Ingresses.Tests.Forwarding;

/// <summary>What backends and clients get to see of each other over HTTP/1.1.</summary>
public sealed class ForwardingTests
{
    private const int Limit = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("/a/b?c=d&e", "/a/b?c=d&e")]
    [InlineData("/a%2Fb/%C3%A4?x=%20", "/a%2Fb/%C3%A4?x=%20")]
    [InlineData("/a/../b//c", "/a/../b//c")]
    [InlineData("/", "/")]
    public async Task Target_IsPassedOnAsItWasWritten(string sent, string seen)
    {
        await using var backend = await TestBackend.StartAsync(static http => http.Response.WriteAsync(http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget));
        await using var lab = await LabAsync(backend);
        using var client = lab.Client();

        var uri = new Uri("http://web.test" + sent, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        Assert.Equal(seen, await client.GetStringAsync(uri, Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Headers_OfTheRequest_AreThoseOfTheClientButForTheConnectionsOwn()
    {
        await using var backend = await TestBackend.StartAsync(static http => http.Response.WriteAsync(string.Join('\n', http.Request.Headers.OrderBy(static h => h.Key).Select(static h => $"{h.Key}: {h.Value}"))));
        await using var lab = await LabAsync(backend);
        using var client = lab.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://web.test:8080/");
        foreach (var (name, value) in new[]
        {
            ("Connection", "X-Hop"), ("X-Hop", "1"), ("X-Own", "a"), ("X-Own", "b"), ("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "for=203.0.113.9"), ("X-Real-IP", "203.0.113.9"),
            ("X-Forwarded-Proto", "https"), ("Authorization", "Bearer x"), ("Cookie", "a=b; c=d"), ("TE", "trailers, deflate"), ("Proxy-Authorization", "Basic x"),
        })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(
            $"""
            Authorization: Bearer x
            Cookie: a=b; c=d
            Host: web.test:8080
            TE: trailers
            X-Forwarded-For: 127.0.0.1
            X-Forwarded-Host: web.test:8080
            X-Forwarded-Port: {lab.Ingress.HttpPort}
            X-Forwarded-Proto: http
            X-Own: a, b
            X-Real-IP: 127.0.0.1
            """,
            await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Answer_IsThatOfTheBackendButForTheConnectionsOwn()
    {
        await using var backend = await TestBackend.StartAsync(static async http =>
        {
            http.Response.StatusCode = 418;
            http.Response.Headers.SetCookie = new(["a=b", "c=d"]);
            http.Response.Headers.Connection = "X-Hop";
            http.Response.Headers["Keep-Alive"] = "timeout=5";
            http.Response.Headers["X-Own"] = "x";
            http.Response.ContentType = "text/x";
            await http.Response.WriteAsync("body");
        });
        await using var lab = await LabAsync(backend);
        using var client = lab.Client();

        using var answer = await client.GetAsync(new Uri("http://web.test/"), Cancellation);

        Assert.Equal(418, (int)answer.StatusCode);
        Assert.Equal(["a=b", "c=d"], answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal("x", Assert.Single(answer.Headers.GetValues("X-Own")));
        Assert.Equal("text/x", answer.Content.Headers.ContentType!.ToString());
        Assert.False(answer.Headers.Contains("Keep-Alive"));
        Assert.Equal("body", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory(Timeout = Limit)]
    [InlineData("POST", true)]
    [InlineData("POST", false)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", false)]
    [InlineData("PROPFIND", true)]
    public async Task Body_OfManyMegabytes_ComesThroughWithItsLengthOrWithout(string method, bool hasLength)
    {
        await using var backend = await TestBackend.StartAsync(static async http =>
        {
            http.Response.Headers["X-Length"] = http.Request.ContentLength?.ToString() ?? "none";
            http.Response.ContentLength = http.Request.ContentLength;
            using var all = new MemoryStream();
            await http.Request.Body.CopyToAsync(all, http.RequestAborted);
            await http.Response.Body.WriteAsync(all.ToArray(), http.RequestAborted);
        });
        await using var lab = await LabAsync(backend);
        using var client = lab.Client();
        var bytes = new byte[9_000_000];
        new Random(1).NextBytes(bytes);
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://web.test/") { Content = new ByteArrayContent(bytes) };
        request.Headers.TransferEncodingChunked = !hasLength;

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(hasLength ? "9000000" : "none", Assert.Single(answer.Headers.GetValues("X-Length")));
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancellation)).AsSpan().SequenceEqual(bytes));
    }

    [Theory(Timeout = Limit)]
    [InlineData("GET", "none")]
    [InlineData("HEAD", "none")]
    [InlineData("POST", "0")]
    [InlineData("DELETE", "none")]
    public async Task Request_WithoutABody_HasNone(string method, string length)
    {
        await using var backend = await TestBackend.StartAsync(static http =>
        {
            http.Response.Headers["X-Length"] = http.Request.ContentLength?.ToString() ?? "none";
            http.Response.ContentLength = 7;
            return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.WriteAsync("1234567");
        });
        await using var lab = await LabAsync(backend);
        using var client = lab.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://web.test/");

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(length, Assert.Single(answer.Headers.GetValues("X-Length")));
        Assert.Equal(7, answer.Content.Headers.ContentLength);
    }

    [Fact(Timeout = Limit)]
    public async Task Answer_ThatComesInParts_IsPassedOnPartByPart()
    {
        var more = new SemaphoreSlim(0);
        await using var backend = await TestBackend.StartAsync(async http =>
        {
            await http.Response.Body.FlushAsync(http.RequestAborted);
            foreach (var part in new[] { "one", "two" })
            {
                await more.WaitAsync(http.RequestAborted);
                await http.Response.WriteAsync(part, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        });
        await using var lab = await LabAsync(backend);
        using var client = lab.Client();

        using var answer = await client.GetAsync(new Uri("http://web.test/"), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        var buffer = new byte[16];
        foreach (var part in new[] { "one", "two" })
        {
            more.Release();
            Assert.Equal(part, Encoding.ASCII.GetString(buffer, 0, await body.ReadAsync(buffer, Cancellation)));
        }

        Assert.Equal(0, await body.ReadAsync(buffer, Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Client_ThatGoesAway_EndsTheRequestAtTheBackend()
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var backend = await TestBackend.StartAsync(async http =>
        {
            begun.SetResult();
            using var registration = http.RequestAborted.Register(ended.SetResult);
            await ended.Task;
        });
        await using var lab = await LabAsync(backend);
        using var client = lab.Client();
        using var gone = new CancellationTokenSource();

        var asking = client.GetAsync(new Uri("http://web.test/"), gone.Token);
        await begun.Task.WaitAsync(Cancellation);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await ended.Task.WaitAsync(Cancellation);
    }

    [Fact(Timeout = Limit)]
    public async Task Shares_OfACanary_AreKeptByTheRequestsThatComeThrough()
    {
        await using var stable = await TestBackend.StartAsync("stable");
        await using var canary = await TestBackend.StartAsync("canary");
        var ingress = Make.Ingress("web", "web.test/ stable");
        await using var lab = await IngressLab.StartAsync(
            ingress.With(("actorkube.io/weights", "stable=90,canary=10")), Make.Service("stable"), Make.Slice("stable", "a", stable.Endpoint), Make.Service("canary"), Make.Slice("canary", "a", canary.Endpoint));
        using var client = lab.Client();
        await AskAsync(200);

        Assert.InRange(canary.Requests, 18, 22);
        Assert.Equal(200, stable.Requests + canary.Requests);

        // Without endpoints it has no part.
        await lab.DeleteAsync(Make.Slice("canary", "a", canary.Endpoint));
        await AskAsync(50);
        Assert.Equal(250, stable.Requests + canary.Requests);
        Assert.InRange(canary.Requests, 18, 22);

        async Task AskAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var answer = await client.GetAsync(new Uri("http://web.test/"), Cancellation);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }

    private static Task<IngressLab> LabAsync(TestBackend backend) => IngressLab.StartAsync(Make.Ingress("web", "web.test/ web"), Make.Service("web"), Make.Slice("web", "a", backend.Endpoint));
}
