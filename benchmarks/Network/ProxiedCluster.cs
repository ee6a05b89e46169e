using System.Diagnostics;
using System.Globalization;
using System.Net;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network;
using ActorKube.Network.Dns;
using ActorKube.Network.Proxy;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Benchmarks.Network;

/// <summary>A view full of services and, on the lab's node, a proxy that programs them.</summary>
internal sealed class ProxiedCluster : IAsyncDisposable
{
    private const string Space = "default";
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "bench" }, Cause = "bench" };
    private readonly SemaphoreSlim _settled = new(0);
    private readonly PodLab _lab;
    private readonly ObjectView _view = new(new ViewOptions(), NetworkIndexes.All);
    private readonly InMemoryJournal _journal = new(TimeProvider.System);
    private readonly ObjectCommands _commands;
    private readonly EventRecorder _events;
    private ServiceProxy? _proxy;

    private ProxiedCluster(PodLab lab)
    {
        _lab = lab;
        _commands = new ObjectCommands(new ObjectStore(_journal, _view), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, TimeProvider.System);
        _events = new EventRecorder(_commands, Writes.User, NullLogger<EventRecorder>.Instance);
    }

    /// <summary>The second pod's server, by its own address.</summary>
    public static IPEndPoint Pod => new(PodLab.AddressOf(1), ConnectionLoad.ServerPort);

    /// <summary>The service that leads to it.</summary>
    public static IPEndPoint Service => new(IPAddress.Parse(Ip(0)), 80);

    public static async Task<ProxiedCluster> CreateAsync(PodLab lab, int services, int endpoints)
    {
        var cluster = new ProxiedCluster(lab);
        await cluster._view.StartAsync(cluster._journal);
        await cluster._commands.CreateAsync(cluster._commands.Kinds.Stored("namespaces"), new Namespace { Metadata = new ObjectMeta { Name = Space } }, Writes);
        for (var i = 0; i < services; i++)
        {
            await cluster._commands.CreateAsync(cluster._commands.Kinds.Stored("services"), ServiceOf(i), Writes);
            await cluster._commands.CreateAsync(cluster._commands.Kinds.Stored("endpointslices.discovery.k8s.io"), SliceOf(i, Enumerable.Range(i * endpoints, endpoints).Select(Backend)), Writes);
        }

        return cluster;
    }

    /// <summary>Until everything that the view has is in the kernel.</summary>
    /// <returns>By the clock, and of the processor, which what else the machine does has no part in.</returns>
    public async Task<(TimeSpan Clock, TimeSpan Processor)> StartProxyAsync()
    {
        var options = new ServiceProxyOptions { NodeName = "node", NodeId = "bench", Mode = ServiceProxyMode.Nftables, NodeAddresses = () => [_lab.Node.Address] };
        _proxy = InNamespace.Run(_lab.Node.Namespace, () => ServiceProxy.Create(options, _view, _events, TimeProvider.System, NullLogger<ServiceProxy>.Instance));
        _proxy.Settled += () => _settled.Release();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        _proxy.Start();
        await _settled.WaitAsync();
        return (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
    }

    /// <summary>An endpoint of one service is replaced.</summary>
    /// <returns>From the write to its effect.</returns>
    public Task<TimeSpan> ChangeAsync(int number)
    {
        var service = 1 + (number * 31 % 9000);
        return WriteAsync(SliceOf(service, Enumerable.Range(service * 5, 4).Append(60_000 + number).Select(Backend)));
    }

    /// <summary>The first service has this one endpoint.</summary>
    public Task<TimeSpan> ServeAsync(IPAddress pod) => WriteAsync(SliceOf(0, [pod.ToString()]));

    /// <summary>The DNS of this view, on loopback.</summary>
    public DnsServer StartDns()
    {
        var dns = new DnsServer(new DnsServerOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0) }, _view, TimeProvider.System, NullLogger<DnsServer>.Instance);
        dns.Start();
        return dns;
    }

    /// <summary>What a client asks for.</summary>
    public static string NameOf(int number) => $"{Name(number)}.{Space}.svc.cluster.local";

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        await _events.DisposeAsync();
        await _view.DisposeAsync();
        _settled.Dispose();
    }

    private async Task<TimeSpan> WriteAsync(EndpointSlice slice)
    {
        var watch = Stopwatch.StartNew();
        await _commands.UpdateAsync(new ObjectUpdate(_commands.Kinds.Stored("endpointslices.discovery.k8s.io"), new ObjectKey("endpointslices.discovery.k8s.io", Space, slice.Metadata.Name!), current =>
            ((EndpointSlice)current) with { Endpoints = slice.Endpoints }), Writes);
        await _settled.WaitAsync();
        return watch.Elapsed;
    }

    private static Service ServiceOf(int number) => new()
    {
        Metadata = new ObjectMeta { Namespace = Space, Name = Name(number) },
        Spec = new ServiceSpec { Type = ServiceTypes.ClusterIp, ClusterIP = Ip(number), ClusterIPs = [Ip(number)], Ports = [new ServicePort { Port = 80, Protocol = "TCP", TargetPort = 8080 }] },
    };

    private static EndpointSlice SliceOf(int number, IEnumerable<string> addresses) => new()
    {
        Metadata = new ObjectMeta { Namespace = Space, Name = Name(number), Labels = new Dictionary<string, string> { ["kubernetes.io/service-name"] = Name(number) } },
        AddressType = "IPv4",
        Ports = [new SlicePort { Name = "", Protocol = "TCP", Port = ConnectionLoad.ServerPort }],
        Endpoints = [.. addresses.Select(static a => new Endpoint { Addresses = [a], NodeName = "elsewhere", Conditions = new EndpointConditions { Ready = true } })],
    };

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"service-{number}");

    private static string Ip(int number) => string.Create(CultureInfo.InvariantCulture, $"10.96.{number / 250}.{1 + (number % 250)}");

    private static string Backend(int number) => string.Create(CultureInfo.InvariantCulture, $"10.{128 + (number / 62_500)}.{number / 250 % 250}.{1 + (number % 250)}");
}
