using System.Net;
using ActorKube.Network.Pods;
using ActorKube.Network.Policies;
using ActorKube.NodeAgent;

namespace ActorKube.Host.Composition.Networking;

/// <summary>What the network offers the pods of a node.</summary>
internal sealed record NodeNetwork
{
    private const int ServicePort = 443;

    /// <summary>Where pods find the API: at the service's address if services are carried in the kernel, else at this host's.</summary>
    public required IPEndPoint Api { get; init; }

    /// <summary>Where the node's DNS listens; null for none.</summary>
    public IPEndPoint? Dns { get; init; }

    /// <summary>For pods whose policy is the cluster's DNS; none leaves them the machine's.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];

    /// <summary>What pods of all hosts are in; null where they are on the engine's default bridge.</summary>
    public PodNetwork? Pods { get; init; }

    /// <summary>Null for a host that enforces none.</summary>
    public NetworkPolicies? Policies { get; init; }

    /// <summary>What the Node tells of it besides; nothing by default.</summary>
    public Func<IReadOnlyList<ReportedCondition>> Conditions { get; init; } = static () => [];

    /// <param name="inKernel">Services are carried in the kernel.</param>
    public static NodeNetwork Of(HostSettings settings, bool inKernel) => new()
    {
        Api = inKernel && !IPAddress.IsLoopback(settings.Address) ? new IPEndPoint(settings.ServiceAddress, ServicePort) : new IPEndPoint(settings.Address, settings.Port),
    };
}
