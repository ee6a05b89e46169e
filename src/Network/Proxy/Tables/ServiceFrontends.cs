using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>Where a service is reached: by its cluster IP, external IPs, load balancer's addresses and node ports.</summary>
internal sealed class ServiceFrontends
{
    private readonly List<(uint Address, FrontendKind Kind)> _addresses = [];
    private readonly List<Ipv4Network> _sources = [];
    private readonly NodeFacts _node;
    private readonly bool _restricted;

    /// <param name="problems">Gets what this node can't offer.</param>
    public ServiceFrontends(Service service, NodeFacts node, List<string> problems)
    {
        _node = node;
        var spec = service.Spec;
        Add(spec.ClusterIPs is { Count: > 0 } ips ? ips : [spec.ClusterIP!], FrontendKind.ClusterIp, problems);
        Add(spec.ExternalIPs ?? [], FrontendKind.ExternalIp, problems);
        if (spec.Type == ServiceTypes.LoadBalancer)
        {
            // Of a balancer that connects by itself ("Proxy"), packets don't arrive with its address.
            Add((service.Status.LoadBalancer.Ingress ?? []).Where(static i => i.IpMode is null or "" or "VIP").Select(static i => i.Ip).OfType<string>(), FrontendKind.LoadBalancer, problems);
            _restricted = spec.LoadBalancerSourceRanges is { Count: > 0 };
            foreach (var range in spec.LoadBalancerSourceRanges ?? [])
            {
                // One of another family lets nobody in here.
                if (Ipv4Network.TryParse(range, out var network))
                {
                    _sources.Add(network);
                }
            }
        }
    }

    public IEnumerable<(Frontend Frontend, FrontendKind Kind)> Of(ServicePort port, Transport transport)
    {
        foreach (var (address, kind) in _addresses)
        {
            yield return (new Frontend(address, transport, (ushort)port.Port), kind);
        }

        if (port.NodePort > 0)
        {
            foreach (var address in _node.Addresses)
            {
                yield return (new Frontend(address, transport, (ushort)port.NodePort), FrontendKind.NodePort);
            }
        }
    }

    /// <summary>Without ranges that lie in others. A node that is let in may have the balancer's address as its own.</summary>
    public ImmutableArray<Ipv4Network> AllowedSources(uint balancer)
    {
        if (!_restricted || _sources.Exists(static s => s.Prefix == 0))
        {
            return [];
        }

        var all = _sources.Exists(s => _node.Addresses.Any(s.Contains)) || _sources.Count == 0 ? _sources.Append(new Ipv4Network(balancer, 32)) : _sources;
        var distinct = all.Distinct().ToList();
        return [.. distinct.Where(n => !distinct.Exists(o => o != n && o.Contains(n))).OrderBy(static n => n.First)];
    }

    private void Add(IEnumerable<string> texts, FrontendKind kind, List<string> problems)
    {
        foreach (var text in texts.Where(static t => t.Length > 0))
        {
            if (Ipv4.TryParse(text, out var address))
            {
                _addresses.Add((address, kind));
            }
            else
            {
                problems.Add($"{text} is not an IPv4 address; this node proxies no other");
            }
        }
    }
}
