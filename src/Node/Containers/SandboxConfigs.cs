using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Containers;

/// <summary>What the network of a node offers its pods.</summary>
/// <param name="ClusterDns">Addresses of the cluster's DNS; none where there is no such.</param>
/// <param name="ClusterDomain">Such as <c>cluster.local</c>.</param>
internal sealed record DnsFacts(IReadOnlyList<string> ClusterDns, string ClusterDomain, DnsConfig Host);

/// <summary>From a pod to the sandbox that it needs. Pure; the same pod always gives the same configuration.</summary>
internal static class SandboxConfigs
{
    private const int LongestHostname = 63;

    public static SandboxConfig Of(Pod pod, int attempt, DnsFacts dns, string nodeName)
    {
        var spec = pod.Spec;
        var hostname = spec.HostNetwork ? nodeName : Hostname(pod);
        var domain = spec.Subdomain is { Length: > 0 } sub ? $"{sub}.{pod.Metadata.Namespace}.svc.{dns.ClusterDomain}" : null;
        return new SandboxConfig
        {
            Pod = Identity(pod),
            Attempt = attempt,
            Hostname = spec.SetHostnameAsFQDN == true && domain is not null ? $"{hostname}.{domain}" : hostname,
            StrictHostname = spec.Hostname is { Length: > 0 },
            Domain = domain,
            Ports = Ports(spec),
            Dns = Dns(pod, dns),
            HostAliases = [.. spec.HostAliases.OrEmpty().Select(static a => new Runtimes.HostAlias(a.Ip, a.Hostnames.OrEmpty()))],
            Sysctls = (spec.SecurityContext?.Sysctls).OrEmpty().ToDictionary(static s => s.Name, static s => s.Value, StringComparer.Ordinal),
            HostNetwork = spec.HostNetwork,
            HostPid = spec.HostPID,
            HostIpc = spec.HostIPC,
            ShareProcessNamespace = spec.ShareProcessNamespace ?? false,
        };
    }

    public static PodIdentity Identity(Pod pod) => new(pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? "", pod.Metadata.Uid ?? "");

    /// <summary>The one that the pod names, or its name, cut so that it is a DNS label.</summary>
    private static string Hostname(Pod pod)
    {
        var name = pod.Spec.Hostname is { Length: > 0 } own ? own : pod.Metadata.Name ?? "";
        return name.Length <= LongestHostname ? name : name[..LongestHostname].TrimEnd('-', '.');
    }

    private static List<PortMapping> Ports(PodSpec spec) => spec.HostNetwork ? [] :
    [
        .. from container in spec.Containers.OrEmpty().Concat(spec.InitContainers.OrEmpty().Where(PodContainers.IsSidecar))
           from port in container.Ports.OrEmpty()
           where port.HostPort > 0
           select new PortMapping(port.Port, port.HostPort, port.Protocol ?? Protocols.Tcp, port.HostIP is { Length: > 0 } address ? address : null),
    ];

    /// <summary>Null leaves the engine's own, which is made from the host's.</summary>
    private static DnsConfig? Dns(Pod pod, DnsFacts facts)
    {
        var (policy, own) = (pod.Spec.DnsPolicy, pod.Spec.DnsConfig);
        var cluster = facts.ClusterDns.Count > 0
            && (policy == PodDnsPolicies.ClusterFirstWithHostNet || (policy == PodDnsPolicies.ClusterFirst && !pod.Spec.HostNetwork));
        var config = policy == PodDnsPolicies.None ? new DnsConfig([], [], []) : cluster ? Cluster(pod, facts) : own is null ? null : facts.Host;
        return own is null || config is null ? config : new DnsConfig(
            [.. config.Servers.Concat(own.Nameservers.OrEmpty()).Distinct()],
            [.. config.Searches.Concat(own.Searches.OrEmpty()).Distinct()],
            Options(config.Options, own.Options.OrEmpty()));
    }

    private static DnsConfig Cluster(Pod pod, DnsFacts facts)
    {
        var domain = facts.ClusterDomain;
        return new DnsConfig(facts.ClusterDns, [$"{pod.Metadata.Namespace}.svc.{domain}", $"svc.{domain}", domain, .. facts.Host.Searches], ["ndots:5"]);
    }

    /// <summary>A pod's option replaces that of the same name.</summary>
    private static List<string> Options(IReadOnlyList<string> options, IReadOnlyList<PodDNSConfigOption> own)
    {
        var names = own.Select(static o => o.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. options.Where(o => !names.Contains(o.Split(':')[0])),
            .. own.Select(static o => string.IsNullOrEmpty(o.Value) ? o.Name ?? "" : $"{o.Name}:{o.Value}"),
        ];
    }
}
