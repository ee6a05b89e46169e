using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>The network that pods are on.</content>
public sealed partial class DockerRuntime
{
    private readonly SemaphoreSlim _networking = new(1, 1);
    private volatile bool _hasNetwork;
    private bool _poolRuns;

    public async Task UsePodNetworkAsync(PodNetworkConfig network, CancellationToken cancellationToken)
    {
        if (_options.PodBridge is not { } bridge)
        {
            return;
        }

        await _networking.WaitAsync(cancellationToken);
        try
        {
            await Errors.MapAsync(() => EnsureNetworkAsync(bridge, network, cancellationToken));
            _hasNetwork = true;
            if (!_poolRuns)
            {
                _poolRuns = true;
                _pool.Start();
            }
        }
        finally
        {
            _networking.Release();
        }
    }

    private async Task EnsureNetworkAsync(string bridge, PodNetworkConfig network, CancellationToken cancellationToken)
    {
        if (await Errors.NullIfGoneAsync(() => _docker.Networks.InspectAsync(_names.PodNetwork, cancellationToken)) is { } actual)
        {
            if (NetworkSpecs.HasRange(actual, network.Cidr))
            {
                if (_hasNetwork || NetworkSpecs.HasMtu(actual, network.Mtu))
                {
                    return;
                }

                if (!_sandboxes.IsEmpty)
                {
                    LogKept(_logger, actual.Name, network.Mtu);
                    return;
                }
            }

            await ReplaceAsync(actual, network, cancellationToken);
        }

        try
        {
            await _docker.Networks.CreateAsync(NetworkSpecs.Of(_options.NodeId, _names.PodNetwork, bridge, network, Facts.Version), cancellationToken);
        }
        catch (DockerException e) when (e.IsConflict)
        {
            // It was made in this moment; the next look sees whether it fits.
        }
    }

    /// <summary>The engine refuses while pods are on it; sandboxes that wait for pods aren't worth that.</summary>
    private async Task ReplaceAsync(NetworkDetails actual, PodNetworkConfig network, CancellationToken cancellationToken)
    {
        _hasNetwork = false;
        var spare = new List<string>();
        while (_pool.Take() is { } warm)
        {
            spare.Add(warm.Id);
        }

        await RemoveAllAsync(spare, cancellationToken);
        await _docker.Networks.RemoveAsync(actual.Id, cancellationToken);
        LogReplaced(_logger, actual.Name, network.Cidr, network.Mtu);
    }

    /// <summary>Name of the network that new sandboxes are made on; null for the engine's default.</summary>
    private string? RequireNetwork() => _options.PodBridge is null ? null
        : _hasNetwork ? _names.PodNetwork
        : throw new RuntimeException(RuntimeError.Failed, "network is not ready: the node's range of addresses is not known yet, or its bridge can't be made");

    /// <summary>On a network of its own the engine names itself as the resolver, which knows nothing of pods; there a pod has the host's. Null where the engine's own is as good.</summary>
    private DnsConfig? EnginesOwnDns() => _options.PodBridge is null ? null : HostResolver.Read();

    private async Task RemoveNetworkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _docker.Networks.RemoveAsync(_names.PodNetwork, cancellationToken);
        }
        catch (DockerException e) when (e.IsNotFound)
        {
            // There was none.
        }
    }

    [LoggerMessage(20, LogLevel.Information, "The network {Network} is made anew, for {Cidr} and an MTU of {Mtu}")]
    private static partial void LogReplaced(ILogger logger, string network, string cidr, int mtu);

    [LoggerMessage(21, LogLevel.Warning, "The network {Network} has another MTU than {Mtu}; it keeps it as long as there are pods on it")]
    private static partial void LogKept(ILogger logger, string network, int mtu);
}
