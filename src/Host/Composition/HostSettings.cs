using System.Net;
using ActorKube.Actors.Networking.LoadBalancers;
using ActorKube.Api.Validation;
using ActorKube.Host.Composition.Fleet;
using ActorKube.Host.Composition.Networking;

namespace ActorKube.Host.Composition;

/// <summary>What a host is started with.</summary>
public sealed record HostSettings
{
    /// <summary>Folder of the journal, the certificates, the kubeconfig and the pods' volumes.</summary>
    public required string DataDirectory { get; init; }

    /// <summary><c>postgres:</c> and an Npgsql connection string: the journal that many hosts share. Null: a SQLite file in <see cref="DataDirectory"/>, for a host that is alone.</summary>
    public string? Journal { get; init; }

    /// <summary>What the hosts of a cluster have in common; seals what they keep in the journal. Required with a shared journal.</summary>
    public string Token { get; init; } = "";

    /// <summary>Name of the host and of its Node, unique in the cluster. Default: the machine's name in lower case.</summary>
    public string NodeName { get; init; } = System.Net.Dns.GetHostName().ToLowerInvariant();

    /// <summary>Where other hosts reach this one. Null: the machine's first address, and the port after that of the API.</summary>
    public IPEndPoint? Advertise { get; init; }

    /// <summary>Labels of the Node: zone, rack...</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a host whose process is gone may take to come back before its pods are replaced; default 10 s.</summary>
    public TimeSpan RestartGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A host for which no majority vouches for so long has stopped what must not run twice; default 10 s. The same on all hosts.</summary>
    public TimeSpan FenceAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often each HorizontalPodAutoscaler looks at its metrics; default 15 s, as Kubernetes.</summary>
    public TimeSpan AutoscalerPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Pods of all workloads may be moved from over-full nodes, not only of those that ask for it.</summary>
    public bool Rebalance { get; init; }

    /// <summary>How often an over-full node gives up a pod at most; pods of a workload stay for four times as long after one has begun. Default 30 s.</summary>
    public TimeSpan RebalancePeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Addresses that services of type LoadBalancer are given, as <see cref="AddressPool.Parse"/> reads them; empty for the nodes' own, or none where nodes are simulated. The same on all hosts.</summary>
    public string LoadBalancerPool { get; init; } = "";

    /// <summary>Port of the API; 6443 is Kubernetes' own.</summary>
    public int Port { get; init; } = 6443;

    /// <summary>Address that the API listens on; by default all, since pods and other hosts reach it.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Any;

    /// <summary><c>docker</c> or <c>simulated</c>.</summary>
    public string Runtime { get; init; } = "docker";

    /// <summary>Simulated nodes that the host carries instead of a node of its own, one text for each kind as <see cref="NodePool.Parse"/> reads it. Default none.</summary>
    public IReadOnlyList<string> NodePools { get; init; } = [];

    /// <summary>How connections to services are carried: <c>nftables</c>, <c>userspace</c>, <c>none</c>, or <c>auto</c>: with real containers by nftables, or by relays where that can't be had.</summary>
    public string Proxy { get; init; } = "auto";

    /// <summary>Where the node's DNS listens: <c>IP:PORT</c>, <c>none</c> for no DNS, or <c>auto</c>: at a free port of the host's address if pods can be led there, which takes services in the kernel.</summary>
    public string Dns { get; init; } = "auto";

    /// <summary>What the names of the cluster end in.</summary>
    public string ClusterDomain { get; init; } = "cluster.local";

    /// <summary>
    /// How pods of different hosts reach each other: by routes (<c>host-gw</c>), by tunnels (<c>vxlan</c>), by nothing of ours (<c>none</c>: pods are on the engine's default bridge), or <c>auto</c>:
    /// by routes where hosts share a journal and run real containers, if this process may. The same on all hosts.
    /// </summary>
    public string Network { get; init; } = "auto";

    /// <summary>Addresses of all pods; the same on all hosts.</summary>
    public string ClusterCidr { get; init; } = "10.244.0.0/16";

    /// <summary>Length of the prefix of each node's part of <see cref="ClusterCidr"/>; default 24, 254 addresses. The same on all hosts.</summary>
    public int NodeCidrMaskSize { get; init; } = 24;

    /// <summary>Number of the tunnels between hosts; the same on all hosts.</summary>
    public int VxlanId { get; init; } = 1;

    /// <summary>UDP port of the tunnels between hosts; the same on all hosts.</summary>
    public int VxlanPort { get; init; } = 8472;

    /// <summary>How network policies are enforced: <c>nftables</c>, <c>none</c>, or <c>auto</c>: with real containers by nftables; where that can't be had, policies are told so.</summary>
    public string NetworkPolicy { get; init; } = "auto";

    /// <summary>Whether Ingresses are served: <c>on</c>, <c>off</c>, or <c>auto</c>: where containers are real, as far as the ports can be had.</summary>
    public string Ingress { get; init; } = "auto";

    /// <summary>Port on which Ingresses are served by HTTP; default 80.</summary>
    public int IngressHttpPort { get; init; } = 80;

    /// <summary>Port on which Ingresses are served by HTTPS; default 443.</summary>
    public int IngressHttpsPort { get; init; } = 443;

    /// <summary>Addresses of proxies in front of the ingress, as CIDRs with commas between them. What they say of clients in <c>X-Forwarded-*</c> is believed. Default: none.</summary>
    public string IngressTrustedProxies { get; init; } = "";

    /// <summary>Cluster IP of the kubernetes service: the first of the service range.</summary>
    public IPAddress ServiceAddress { get; init; } = IPAddress.Parse("10.96.0.1");

    /// <summary>Cluster IP of the service kube-dns, as Kubernetes' installers have it.</summary>
    public IPAddress ClusterDns { get; init; } = IPAddress.Parse("10.96.0.10");

    /// <summary>One of many hosts, or may become so.</summary>
    public bool IsShared => Journal is not null;

    /// <summary>Where clients of this host find its API.</summary>
    public Uri Url => new($"https://{Advertise?.Address ?? IPAddress.Loopback}:{Port}");

    /// <summary>The host's own address, by which its pods and other hosts reach it; 127.0.0.1 on a machine without a network.</summary>
    public IPAddress Address => Advertise?.Address ?? HostAddress.First();

    /// <summary>The simulated nodes; none for a host that is a node itself.</summary>
    /// <exception cref="ArgumentException">The pools are wrong.</exception>
    internal IReadOnlyList<PlannedNode> PlanFleet() => FleetPlan.Of(NodeName, [.. NodePools.Select(NodePool.Parse)]);

    public string KubeconfigPath => Path.Combine(DataDirectory, "kubeconfig");

    /// <summary>With the address that other hosts are to be told, where none was given.</summary>
    public HostSettings WithAddress() => IsShared && Advertise is null ? this with { Advertise = new IPEndPoint(HostAddress.First(), Port + 1) } : this;

    /// <exception cref="ArgumentException">What is wrong, in words for whoever typed it.</exception>
    public void Validate()
    {
        if (IsShared && Token.Length < 16)
        {
            throw new ArgumentException("A cluster of several hosts needs a --token of at least 16 characters, the same on every host.");
        }

        if (AutoscalerPeriod < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException("Autoscalers need a period of at least a second.");
        }

        if (Dns is not ("auto" or "none") && !(IPEndPoint.TryParse(Dns, out var dns) && dns.Port > 0 && !dns.Address.Equals(IPAddress.Any)))
        {
            throw new ArgumentException($"The DNS listens at an IP:PORT, 'auto' or 'none', and not at '{Dns}'.");
        }

        if (DnsNames.Subdomain(ClusterDomain).Count > 0)
        {
            throw new ArgumentException($"The cluster's domain '{ClusterDomain}' is not a DNS name.");
        }

        if (new[] { IngressHttpPort, IngressHttpsPort }.Any(static p => p is < 0 or > ushort.MaxValue) || (IngressHttpPort == IngressHttpsPort && IngressHttpPort > 0))
        {
            throw new ArgumentException("The ports of the ingress are two different ones from 0, for any, to 65535.");
        }

        IngressParts.TrustedProxies(IngressTrustedProxies);
        if (RebalancePeriod < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException("Rebalancing needs a period of at least a second.");
        }

        if (LoadBalancerPool.Length > 0)
        {
            CheckPool();
        }

        if (PlanFleet().Count > 0 && Runtime != "simulated")
        {
            throw new ArgumentException("A host carries --nodes with --runtime simulated only.");
        }

        PodNetworkParts.Validate(this);
        if (NodeName.Length is 0 or > 63 || !NodeName.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.') || !char.IsAsciiLetterOrDigit(NodeName[0]) || !char.IsAsciiLetterOrDigit(NodeName[^1]))
        {
            throw new ArgumentException($"The node's name '{NodeName}' is not a DNS name of at most 63 lower-case letters, digits, '-' and '.'.");
        }
    }

    private void CheckPool()
    {
        try
        {
            AddressPool.Parse(LoadBalancerPool);
        }
        catch (FormatException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }
}
