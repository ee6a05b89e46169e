using System.Net;
using ActorKube.Ingresses.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorKube.Ingresses.Tests.Forwarding;

/// <summary>Requests go on while everything that they are routed by is replaced.</summary>
public sealed class ChurnTests
{
    private const int Limit = 120_000;
    private const int Replacements = 25;
    private const int Clients = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// As in a rolling update: a new backend comes, the oldest is taken out of the slices and then ends, closing connections that rest. Over HTTP/1.1 a GET survives even a backend that ends
    /// in the same moment; otherwise the backend ends when those requests have that were on their way to it.
    /// </summary>
    [Theory(Timeout = Limit)]
    [InlineData("GET", HttpProtocols.Http1, null)]
    [InlineData("GET", HttpProtocols.Http2, "kubernetes.io/h2c")]
    [InlineData("POST", HttpProtocols.Http1, null)]
    [InlineData("POST", HttpProtocols.Http2, "kubernetes.io/h2c")]
    public async Task Endpoints_ReplacedOneByOne_CostNoRequest(string method, HttpProtocols protocols, string? appProtocol)
    {
        var running = new Queue<(TestBackend Backend, string Name)>();
        await using var lab = await IngressLab.StartAsync(Make.Ingress("web", "web.test/ web"), Make.Service("web", appProtocol));
        async Task AddAsync(string name)
        {
            var backend = await TestBackend.StartAsync(AnswerAsync, protocols);
            running.Enqueue((backend, name));
            await lab.PutAsync(Make.Slice("web", name, backend.Endpoint));
        }

        await AddAsync("a");
        await AddAsync("b");
        using var load = new SteadyLoad(lab, Clients, new HttpMethod(method));
        for (var i = 0; i < Replacements; i++)
        {
            await AddAsync($"n{i}");
            await load.ProgressAsync();
            var (old, name) = running.Dequeue();
            await lab.PutAsync(Make.Slice("web", name, old.Endpoint, ready: false, terminating: true));
            await lab.DeleteAsync(Make.Slice("web", name, old.Endpoint));
            if (method != "GET" || protocols != HttpProtocols.Http1)
            {
                await load.ProgressAsync();
            }

            await old.StopAsync();
            await old.DisposeAsync();
        }

        var (answered, failures) = await load.StopAsync();
        Assert.Empty(failures);
        Assert.True(answered > Replacements * Clients, $"Only {answered} requests were made.");
        foreach (var (backend, _) in running)
        {
            await backend.DisposeAsync();
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Rules_ThatChangeAllTheTime_CostNoRequest()
    {
        await using var backend = await TestBackend.StartAsync(AnswerAsync);
        await using var lab = await IngressLab.StartAsync(Make.Ingress("web", 9, "web.test/ web"), Make.Service("web"), Make.Slice("web", "a", backend.Endpoint));
        using var load = new SteadyLoad(lab, Clients, HttpMethod.Post);
        for (var i = 0; i < Replacements; i++)
        {
            await lab.PutAsync(Make.Ingress($"other{i}", "web.test/other web", "other.test/ web"));
            await lab.PutAsync(Make.Ingress("web", 9, "web.test/ web", $"web.test/{i} web"));
            await load.ProgressAsync();
        }

        var (_, failures) = await load.StopAsync();
        Assert.Empty(failures);
    }

    [Fact(Timeout = Limit)]
    public async Task Endpoint_ThatLeaves_GetsNoMoreRequestsAndEndsThoseItHas()
    {
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var old = await TestBackend.StartAsync(async http =>
        {
            begun.TrySetResult();
            await go.Task;
            await http.Response.WriteAsync("old");
        });
        await using var fresh = await TestBackend.StartAsync("fresh");
        await using var lab = await IngressLab.StartAsync(Make.Ingress("web", "web.test/ web"), Make.Service("web"), Make.Slice("web", "a", old.Endpoint));
        using var client = lab.Client();
        var slow = client.GetStringAsync(new Uri("http://web.test/"), Cancellation);
        await begun.Task.WaitAsync(Cancellation);

        // Serving while it ends, it is the last resort until another one is ready.
        await lab.PutAsync(Make.Slice("web", "a", old.Endpoint, ready: false, terminating: true));
        await lab.PutAsync(Make.Slice("web", "b", fresh.Endpoint));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("fresh GET /", await client.GetStringAsync(new Uri("http://web.test/"), Cancellation));
        }

        go.SetResult();
        Assert.Equal("old", await slow);
        Assert.Equal(1, old.Requests);
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        await http.Response.WriteAsync("got " + text, http.RequestAborted);
    }

    /// <summary>Clients that ask one request after the other.</summary>
    private sealed class SteadyLoad : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly List<string> _failures = [];
        private readonly SemaphoreSlim _answers = new(0);
        private readonly HttpClient _client;
        private readonly HttpMethod _method;
        private readonly int[] _begun;
        private readonly Task _running;

        public SteadyLoad(IngressLab lab, int clients, HttpMethod method)
        {
            (_client, _method, _begun) = (lab.Client(), method, new int[clients]);
            _running = Task.WhenAll(Enumerable.Range(0, clients).Select(i => Task.Run(() => RunAsync(i))));
        }

        /// <summary>Until every client has begun a new request: all that were under way have ended, well or not.</summary>
        public async Task ProgressAsync()
        {
            var before = _begun.ToArray();
            while (before.Where((n, i) => Volatile.Read(ref _begun[i]) <= n).Any())
            {
                await _answers.WaitAsync(Cancellation);
            }
        }

        public async Task<(int Answered, IReadOnlyList<string> Failures)> StopAsync()
        {
            await _stop.CancelAsync();
            await _running;
            return (_begun.Sum(), _failures);
        }

        public void Dispose()
        {
            _client.Dispose();
            _stop.Dispose();
            _answers.Dispose();
        }

        private async Task RunAsync(int number)
        {
            while (!_stop.IsCancellationRequested)
            {
                Interlocked.Increment(ref _begun[number]);
                using var request = new HttpRequestMessage(_method, "http://web.test/") { Content = _method == HttpMethod.Post ? new StringContent("body") : null };
                if (await FailureAsync(request) is { } failure)
                {
                    lock (_failures)
                    {
                        _failures.Add(failure);
                    }
                }

                _answers.Release();
            }
        }

        private async Task<string?> FailureAsync(HttpRequestMessage request)
        {
            try
            {
                using var answer = await _client.SendAsync(request, Cancellation);
                var text = await answer.Content.ReadAsStringAsync(Cancellation);
                return answer.StatusCode == HttpStatusCode.OK && text == (_method == HttpMethod.Post ? "got body" : "got ") ? null : $"{answer.StatusCode} {text}";
            }
            catch (HttpRequestException e)
            {
                return e.ToString();
            }
        }
    }
}
