using System.CommandLine;
using ActorKube.Host.Composition;

namespace ActorKube.Host.Commands;

/// <summary>What a host does for the network.</summary>
internal sealed class NetworkHostOptions
{
    private readonly Option<string> _proxy = new("--proxy") { Description = "How services are carried: nftables, userspace, none or auto. Default: the last one, else auto: nftables where it can be had, and none on the simulated runtime." };
    private readonly Option<string> _dns = new("--dns") { Description = "IP:PORT at which the node's DNS listens, none, or auto. Default: the last one, else auto: a free port, where services are carried by nftables." };
    private readonly Option<string?> _domain = new("--cluster-domain") { Description = "What names of the cluster end in; the same on every host. Default: the last one, else cluster.local." };
    private readonly Option<string> _network = new("--network") { Description = "How pods of different hosts reach each other: host-gw, vxlan, none or auto; the same on every host. Default: the last one, else auto: host-gw for hosts that share a journal and run real containers, if they may." };
    private readonly Option<string> _clusterCidr = new("--cluster-cidr") { Description = "Addresses of all pods; the same on every host. Default: the last one, else 10.244.0.0/16." };
    private readonly Option<int> _mask = new("--node-cidr-mask-size") { Description = "Prefix of each node's part of them; the same on every host. Default: the last one, else 24." };
    private readonly Option<int> _vxlanId = new("--vxlan-id") { Description = "Number of the tunnels between hosts; the same on every host. Default: the last one, else 1." };
    private readonly Option<int> _vxlanPort = new("--vxlan-port") { Description = "UDP port of the tunnels between hosts; the same on every host. Default: the last one, else 8472." };
    private readonly Option<string> _policies = new("--network-policy") { Description = "How network policies are enforced: nftables, none or auto. Default: the last one, else auto: nftables where it can be had, and none on the simulated runtime." };
    private readonly Option<string> _ingress = new("--ingress") { Description = "Whether Ingresses are served: on, off or auto. Default: the last one, else auto: with real containers, as far as the ports can be had." };
    private readonly Option<int> _ingressHttp = new("--ingress-http-port") { Description = "Port on which Ingresses are served by HTTP. Default: the last one, else 80." };
    private readonly Option<int> _ingressHttps = new("--ingress-https-port") { Description = "Port on which Ingresses are served by HTTPS. Default: the last one, else 443." };
    private readonly Option<string?> _ingressTrusted = new("--ingress-trusted-proxies") { Description = "CIDRs of proxies in front of the ingress, whose X-Forwarded-* is believed, with commas between them; '' for none. Default: the last ones, else none." };

    public void AddTo(Command command)
    {
        _proxy.AcceptOnlyFromAmong("auto", "nftables", "userspace", "none");
        _network.AcceptOnlyFromAmong("auto", "host-gw", "vxlan", "none");
        _policies.AcceptOnlyFromAmong("auto", "nftables", "none");
        _ingress.AcceptOnlyFromAmong("on", "off", "auto");
        foreach (var option in new Option[] { _proxy, _dns, _domain, _network, _clusterCidr, _mask, _vxlanId, _vxlanPort, _policies, _ingress, _ingressHttp, _ingressHttps, _ingressTrusted })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What isn't given is as it was.</summary>
    public HostSettings Read(ParseResult result, HostSettings settings) => settings with
    {
        Dns = result.Given(_dns, settings.Dns)!,
        ClusterDomain = result.Given(_domain, settings.ClusterDomain)!,
        Proxy = result.Given(_proxy, settings.Proxy)!,
        Network = result.Given(_network, settings.Network)!,
        ClusterCidr = result.Given(_clusterCidr, settings.ClusterCidr)!,
        NodeCidrMaskSize = result.Given(_mask, settings.NodeCidrMaskSize),
        VxlanId = result.Given(_vxlanId, settings.VxlanId),
        VxlanPort = result.Given(_vxlanPort, settings.VxlanPort),
        NetworkPolicy = result.Given(_policies, settings.NetworkPolicy)!,
        Ingress = result.Given(_ingress, settings.Ingress)!,
        IngressHttpPort = result.Given(_ingressHttp, settings.IngressHttpPort),
        IngressHttpsPort = result.Given(_ingressHttps, settings.IngressHttpsPort),
        IngressTrustedProxies = result.Given(_ingressTrusted, settings.IngressTrustedProxies) ?? "",
    };
}
