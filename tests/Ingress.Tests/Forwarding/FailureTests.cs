using System.Net;
using System.Net.Sockets;
using ActorKube.Ingresses.Tests.Support;
using ActorKube.Tests.Ports;

namespace ActorKube.Ingresses.Tests.Forwarding;

/// <summary>Backends that aren't there, break off or take too long: what is tried again, and what clients are told.</summary>
public sealed class FailureTests
{
    private const int Limit = 60_000;
    private static readonly Uri Address = new("http://web.test/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("http://nobody.test/", 404, "404 Not Found: no ingress has this host and path\n")]
    [InlineData("http://web.test/empty", 503, "503 Service Unavailable: the service has no endpoint that is ready\n")]
    [InlineData("http://web.test/missing", 503, "503 Service Unavailable: the service has no endpoint that is ready\n")]
    [InlineData("http://web.test/refused", 502, "502 Bad Gateway: the service could not be connected to\n")]
    public async Task Request_ThatNobodyCanAnswer_IsToldWhy(string address, int status, string text)
    {
        await using var lab = await IngressLab.StartAsync(
            Make.Ingress("web", "web.test/empty empty", "web.test/missing missing", "web.test/refused refused"), Make.Service("empty"), Make.Service("refused"), Make.Slice("refused", "a", Closed()));
        using var client = lab.Client();

        using var answer = await client.GetAsync(new Uri(address), Cancellation);

        Assert.Equal((status, text), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal(["Warning BadBackend web: there is no service \"missing\""], lab.Events.All);
    }

    [Theory(Timeout = Limit)]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Endpoint_ThatRefusesConnections_IsPassedOverForEveryMethod(string method)
    {
        await using var backend = await TestBackend.StartAsync("web");
        await using var lab = await IngressLab.StartAsync(
            Make.Ingress("web", "web.test/ web"), Make.Service("web"), Make.Slice("web", "a", Closed()), Make.Slice("web", "b", backend.Endpoint), Make.Slice("web", "c", Closed()));
        using var client = lab.Client();

        for (var i = 0; i < 20; i++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Address) { Content = method == "POST" ? new StringContent("body") : null };
            using var answer = await client.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // Who has refused is not asked by each request anew.
        Assert.InRange(lab.Ingress.Counts.Retries, 1, 4);
    }

    [Fact(Timeout = Limit)]
    public async Task Endpoint_ThatNeverAccepts_IsGivenUpInTimeForAnotherOne()
    {
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var waiting = Fill(full);
        await using var backend = await TestBackend.StartAsync("web");
        await using var lab = await IngressLab.StartAsync(
            Make.Ingress("web", "web.test/ web").With(("actorkube.io/connect-timeout", "100ms")), Make.Service("web"), Make.Slice("web", "a", (IPEndPoint)full.LocalEndPoint!), Make.Slice("web", "b", backend.Endpoint));
        using var client = lab.Client();

        for (var i = 0; i < 4; i++)
        {
            using var answer = await client.GetAsync(Address, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.InRange(lab.Ingress.Counts.Retries, 1, 2);
        await lab.DeleteAsync(Make.Slice("web", "b", backend.Endpoint));
        using var late = await client.GetAsync(Address, Cancellation);
        Assert.Equal(HttpStatusCode.GatewayTimeout, late.StatusCode);
        waiting.ForEach(static s => s.Dispose());
    }

    [Theory(Timeout = Limit)]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", false)]
    [InlineData("LOCK", false)]
    public async Task Request_ThatABackendMayHaveSeen_IsNotRepeated(string method, bool hasBody)
    {
        await using var backend = new RawBackend(static c => c.ReadRequestAsync());
        await using var other = new RawBackend(static c => c.ReadRequestAsync());
        await using var lab = await LabAsync(backend.Endpoint, other.Endpoint);
        using var client = lab.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), Address) { Content = hasBody ? new StringContent("body") : null };

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(1, backend.Requests + other.Requests);
        Assert.Equal(0, lab.Ingress.Counts.Retries);
    }

    /// <summary>.NET's connections do so by themselves, and at the same endpoint.</summary>
    [Fact(Timeout = Limit)]
    public async Task Get_ThatABackendBreaksOff_IsRepeatedThreeTimesAtMost()
    {
        await using var backend = new RawBackend(static c => c.ReadRequestAsync());
        await using var lab = await LabAsync(backend.Endpoint);
        using var client = lab.Client();

        using var answer = await client.GetAsync(Address, Cancellation);

        Assert.Equal((HttpStatusCode.BadGateway, 4), (answer.StatusCode, backend.Requests));
    }

    /// <summary>A connection that was kept may be closed by the backend just when a request is sent. Whether it has seen it nobody knows; a GET may be repeated all the same, and is.</summary>
    [Theory(Timeout = Limit)]
    [InlineData("GET", 200, 3)]
    [InlineData("POST", 502, 2)]
    [InlineData("PATCH", 502, 2)]
    public async Task KeptConnection_ThatIsClosedUnderARequest_CostsNoneThatMayBeRepeated(string method, int status, int seen)
    {
        await using var backend = new RawBackend(static async c =>
        {
            await c.ReadRequestAsync();
            await c.WriteAsync(RawBackend.Ok);
            await c.ReadRequestAsync();
        });
        await using var lab = await LabAsync(backend.Endpoint);
        using var client = lab.Client();
        Assert.Equal("ok", await client.GetStringAsync(Address, Cancellation));
        using var request = new HttpRequestMessage(new HttpMethod(method), Address);

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal((status, seen), ((int)answer.StatusCode, backend.Requests));
    }

    [Fact(Timeout = Limit)]
    public async Task KeptConnection_ThatWasClosedBefore_CostsNoRequestAtAll()
    {
        await using var backend = new RawBackend(static async c =>
        {
            await c.ReadRequestAsync();
            await c.WriteAsync(RawBackend.Ok);
        });
        await using var lab = await LabAsync(backend.Endpoint);
        using var client = lab.Client();

        for (var i = 0; i < 50; i++)
        {
            using var answer = await client.PostAsync(Address, null, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await backend.ClosedAsync();
        }

        Assert.Equal(50, backend.Requests);
    }

    [Theory(Timeout = Limit)]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")]
    public async Task Backend_ThatSendsNothingMore_IsGivenUp(string begins)
    {
        await using var backend = new RawBackend(async c =>
        {
            await c.ReadRequestAsync();
            await c.WriteAsync(begins);
            await c.WaitForEndAsync();
        });
        await using var lab = await IngressLab.StartAsync(Make.Ingress("web", "web.test/ web").With(("actorkube.io/read-timeout", "200ms")), Make.Service("web"), Make.Slice("web", "a", backend.Endpoint));
        using var client = lab.Client();

        using var answer = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        if (begins.Length == 0)
        {
            Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
            Assert.Equal("504 Gateway Timeout: the service took too long to answer\n", await answer.Content.ReadAsStringAsync(Cancellation));
        }
        else
        {
            // What has begun can't be taken back: the client sees that it isn't whole.
            await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Theory(Timeout = Limit)]
    [InlineData("no http\r\n\r\n", 502)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", 502)]
    public async Task Backend_ThatAnswersNonsense_IsABadGateway(string text, int status)
    {
        await using var backend = new RawBackend(async c =>
        {
            await c.ReadRequestAsync();
            await c.WriteAsync(text);
        });
        await using var lab = await LabAsync(backend.Endpoint);
        using var client = lab.Client();

        using var answer = await client.GetAsync(Address, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task Counts_TellWhatHappened()
    {
        await using var backend = await TestBackend.StartAsync(static http =>
        {
            http.Response.StatusCode = int.Parse(http.Request.Path.Value![1..]);
            return Task.CompletedTask;
        });
        await using var lab = await LabAsync(backend.Endpoint);
        using var client = lab.Client();
        foreach (var status in new[] { 200, 204, 301, 404, 500, 200 })
        {
            using var answer = await client.GetAsync(new Uri(Address, status.ToString()), Cancellation);
        }

        using var nowhere = await client.GetAsync(new Uri("http://nobody.test/"), Cancellation);

        var counts = lab.Ingress.Counts;
        Assert.Equal((2, 1), (counts.Connections, counts.BackendConnections));
        Assert.Equal(["default/web 0,3,1,1,1 0", "/ 0,0,0,1,0 0"], counts.Requests.Select(static r => $"{r.Namespace}/{r.Name} {string.Join(',', r.Answered)} {r.Active}"));
        Assert.True(counts.Requests[0].Duration > TimeSpan.Zero);
    }

    private static Task<IngressLab> LabAsync(params IPEndPoint[] endpoints) =>
        IngressLab.StartAsync([Make.Ingress("web", "web.test/ web"), Make.Service("web"), .. endpoints.Select(static (e, i) => Make.Slice("web", $"{i}", e))]);

    /// <summary>A port that refuses.</summary>
    private static IPEndPoint Closed() => new(IPAddress.Loopback, FreePorts.One());

    /// <summary>Makes a listener that lets nobody in any more: its queue is full.</summary>
    private static List<Socket> Fill(Socket listener)
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var waiting = new List<Socket>();
        for (var i = 0; i < 4; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            waiting.Add(socket);
            try
            {
                socket.Connect(listener.LocalEndPoint!);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // It waits, as is meant.
            }
        }

        return waiting;
    }
}
