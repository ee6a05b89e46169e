using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Services without selectors, and writers on all hosts that change their endpoints: a change takes one away and adds another, which nobody had; each write makes two.</summary>
internal sealed class EndpointChurn(IReadOnlyList<LabHost> hosts)
{
    private const string Core = "/api/v1/namespaces/default/services";
    private const string Slices = "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices";
    private const int Services = 24;
    private const int Endpoints = 10;
    private const int PerWrite = 2;
    private readonly int[] _changes = new int[Services];

    /// <summary>Frontends, and the backends that they have after the changes made so far, as <see cref="KernelServices"/> tells them.</summary>
    public IReadOnlyDictionary<string, string> Wanted =>
        Enumerable.Range(0, Services).ToDictionary(FrontendOf, i => string.Join(' ', AddressesOf(i).Select(static a => $"{a}:8080").Order(StringComparer.Ordinal)), StringComparer.Ordinal);

    public async Task CreateAsync()
    {
        for (var i = 0; i < Services; i++)
        {
            await WriteAsync(HttpMethod.Post, hosts[0], Core, $$$"""{"apiVersion":"v1","kind":"Service","metadata":{"name":"{{{Name(i)}}}","labels":{"lab":"network"}},"spec":{"clusterIP":"{{{ClusterIp(i)}}}","ports":[{"port":80,"targetPort":8080}]}}""");
            await WriteAsync(HttpMethod.Post, hosts[0], Slices, SliceOf(i));
        }
    }

    /// <summary>So many changes a second, if the cluster takes them, else as many as it takes.</summary>
    /// <returns>How long all of them took.</returns>
    public async Task<TimeSpan> RunAsync(int changes, int perSecond)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Services).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < changes / PerWrite / Services; n++)
            {
                var due = TimeSpan.FromSeconds((double)((n * Services) + i) * PerWrite / perSecond) - Stopwatch.GetElapsedTime(start);
                if (due > TimeSpan.Zero)
                {
                    await Task.Delay(due, TimeProvider.System, TestContext.Current.CancellationToken);
                }

                await WriteAsync(i);
            }
        })));
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>One write to one service, which nobody else changes meanwhile.</summary>
    public Task WriteAsync(int service)
    {
        _changes[service] += PerWrite;
        return WriteAsync(HttpMethod.Put, hosts[service % hosts.Count], $"{Slices}/{Name(service)}", SliceOf(service));
    }

    private static async Task WriteAsync(HttpMethod method, LabHost host, string path, string json)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private string SliceOf(int service) => new JsonObject
    {
        ["apiVersion"] = "discovery.k8s.io/v1",
        ["kind"] = "EndpointSlice",
        ["metadata"] = new JsonObject { ["name"] = Name(service), ["labels"] = new JsonObject { ["kubernetes.io/service-name"] = Name(service), ["lab"] = "network" } },
        ["addressType"] = "IPv4",
        ["ports"] = new JsonArray(new JsonObject { ["name"] = "", ["port"] = 8080, ["protocol"] = "TCP" }),
        ["endpoints"] = new JsonArray([.. AddressesOf(service).Select(static a => new JsonObject { ["addresses"] = new JsonArray(a), ["conditions"] = new JsonObject { ["ready"] = true } })]),
    }.ToJsonString();

    private IEnumerable<string> AddressesOf(int service) => Enumerable.Range(_changes[service], Endpoints).Select(n => string.Create(CultureInfo.InvariantCulture, $"198.18.{service}.{n % 250}"));

    private static string FrontendOf(int service) => $"{ClusterIp(service)} tcp 80";

    private static string ClusterIp(int service) => string.Create(CultureInfo.InvariantCulture, $"10.96.77.{service}");

    private static string Name(int service) => string.Create(CultureInfo.InvariantCulture, $"churn-{service}");
}
