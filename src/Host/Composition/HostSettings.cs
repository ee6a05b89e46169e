using System.Net;
using ActorKube.Actors.Networking.LoadBalancers;

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
    public string NodeName { get; init; } = Dns.GetHostName().ToLowerInvariant();

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

    /// <summary>Addresses that services of type LoadBalancer are given, as <see cref="AddressPool.Parse"/> reads them; empty for the nodes' own, or none where nodes are simulated. The same on all hosts.</summary>
    public string LoadBalancerPool { get; init; } = "";

    /// <summary>Port of the API; 6443 is Kubernetes' own.</summary>
    public int Port { get; init; } = 6443;

    /// <summary>Address that the API listens on; by default all, since pods and other hosts reach it.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Any;

    /// <summary><c>docker</c> or <c>simulated</c>.</summary>
    public string Runtime { get; init; } = "docker";

    /// <summary>How connections to services are carried: <c>nftables</c>, <c>userspace</c>, <c>none</c>, or <c>auto</c>: with real containers by nftables, or by relays where that can't be had.</summary>
    public string Proxy { get; init; } = "auto";

    /// <summary>Cluster IP of the kubernetes service: the first of the service range.</summary>
    public IPAddress ServiceAddress { get; init; } = IPAddress.Parse("10.96.0.1");

    /// <summary>One of many hosts, or may become so.</summary>
    public bool IsShared => Journal is not null;

    /// <summary>Where clients of this host find its API.</summary>
    public Uri Url => new($"https://{Advertise?.Address ?? IPAddress.Loopback}:{Port}");

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

        if (LoadBalancerPool.Length > 0)
        {
            CheckPool();
        }

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
