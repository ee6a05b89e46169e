using ActorKube.Actors.Nodes.PodCidrs;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Ingresses;
using ActorKube.Network.Dns;
using ActorKube.Network.Pods;
using ActorKube.Network.Policies;
using ActorKube.Network.Proxy;
using ActorKube.Server.Metrics;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Networking;

/// <summary>All that a host does for the network: addresses of pods and the ways between them, services, names, policies, Ingresses. Each may be missing.</summary>
internal sealed class HostNetwork : IAsyncDisposable
{
    private readonly HostSettings _settings;
    private readonly PodNetwork? _pods;
    private readonly NetworkPolicies? _policies;
    private readonly ServiceProxy? _proxy;
    private readonly DnsServer? _dns;
    private readonly HostIngress? _ingress;

    private HostNetwork(HostSettings settings, PodNetwork? pods, NetworkPolicies? policies, ServiceProxy? proxy, DnsServer? dns, HostIngress? ingress) =>
        (_settings, _pods, _policies, _proxy, _dns, _ingress) = (settings, pods, policies, proxy, dns, ingress);

    /// <summary>What nodes are given addresses from; null where pods are on the engine's default bridge.</summary>
    public PodCidrPool? PodCidrs => _pods is null ? null : PodNetworkParts.Pool(_settings);

    /// <summary>What it offers the pods of this node.</summary>
    public NodeNetwork OfNode => NodeNetwork.Of(_settings, IsInKernel(_proxy)) with
    {
        Dns = _dns?.Address,
        NameServers = DnsParts.ForPods(_settings, _dns, IsInKernel(_proxy)),
        Pods = _pods,
        Policies = _policies,
        Conditions = () => IngressParts.Conditions(_ingress),
    };

    public IReadOnlyList<Metric> Metrics =>
    [
        .. ServiceProxyParts.Metrics(_proxy?.Counts), .. NetworkPolicyParts.Metrics(_policies?.Counts), .. PodNetworkParts.Metrics(_pods?.Counts), .. DnsParts.Metrics(_dns?.Counts),
        .. IngressParts.Metrics(_ingress?.Counts),
    ];

    /// <exception cref="ArgumentException">Something was asked for that can't be had.</exception>
    public static async Task<HostNetwork> CreateAsync(HostSettings settings, ObjectCommands store, IEventRecorder events, ILoggerFactory logs)
    {
        var made = new Stack<IAsyncDisposable>();
        try
        {
            var pods = Made(PodNetworkParts.Create(settings, store, events, logs));
            var policies = Made(NetworkPolicyParts.Create(settings, store, events, logs));
            var proxy = Made(ServiceProxyParts.Create(settings, store, events, logs));
            var dns = Made(DnsParts.Create(settings, settings.Address, IsInKernel(proxy), store.View, store.Time, logs));
            return new HostNetwork(settings, pods, policies, proxy, dns, Made(IngressParts.Create(settings, store.View, events, store.Time, logs)));
        }
        catch
        {
            while (made.TryPop(out var part))
            {
                await part.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }

        T? Made<T>(T? part)
            where T : class, IAsyncDisposable
        {
            if (part is not null)
            {
                made.Push(part);
            }

            return part;
        }
    }

    /// <summary>Before the node's agent, whose pods need it.</summary>
    /// <exception cref="ArgumentException">The ingress was asked for and its ports can't be had.</exception>
    public async Task StartAsync(ObjectCommands store, CancellationToken cancellationToken)
    {
        _pods?.Start();
        _policies?.Start();
        _proxy?.Start();
        _dns?.Start();
        await IngressParts.StartAsync(_ingress, store, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the kernel has stays, and with it all connections but those that end in this process.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _ingress, _dns, _proxy, _policies, _pods })
        {
            if (part is not null)
            {
                await part.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static bool IsInKernel(ServiceProxy? proxy) => proxy?.Counts.IsKernel == true;
}
