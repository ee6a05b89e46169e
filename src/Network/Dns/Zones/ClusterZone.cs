using ActorKube.Engine.Views;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Zones;

/// <summary>
/// Answers for the names of a cluster as its view is at that moment, after the specification "Kubernetes DNS-Based Service Discovery", version 1.1.0. Pure. With the domain cluster.local:
/// <code>
/// web.shop.svc.cluster.local              A, AAAA  the cluster IPs, or the endpoints' addresses if there is none
/// _http._tcp.web.shop.svc.cluster.local   SRV      port and target of each
/// db-0.db.shop.svc.cluster.local          A, AAAA  the endpoint of that host name
/// ext.shop.svc.cluster.local              CNAME    the external name
/// 10-1-2-3.shop.pod.cluster.local         A, AAAA  that address
/// dns-version.cluster.local               TXT      1.1.0
/// 4.3.2.10.in-addr.arpa                   PTR      the service of that cluster IP, or the endpoint with a host name
/// </code>
/// </summary>
internal sealed class ClusterZone
{
    private const string Version = "1.1.0";
    private readonly DnsName _domain;
    private readonly uint _ttl;
    private readonly ServiceNames _services;
    private readonly ReverseNames _reverse;

    public ClusterZone(DnsZoneOptions options)
    {
        _domain = DnsName.Parse(options.Domain);
        _ttl = (uint)options.Ttl.TotalSeconds;
        _services = new ServiceNames(_domain.Below("svc"));
        _reverse = new ReverseNames(_domain.Below("svc"));
    }

    /// <summary>Null for a question that isn't the zone's: another server may know.</summary>
    public DnsAnswer? Answer(DnsQuestion question, ViewSnapshot view)
    {
        if (question.Name.IsWithin(_domain))
        {
            return Answer(question, Find(question.Name, view), view);
        }

        // Addresses that nobody in the cluster has may have a name elsewhere.
        return ReverseNames.TryParse(question.Name, out var address) && _reverse.Find(address, view) is { Count: > 0 } names
            ? Answer(question, names, view)
            : null;
    }

    /// <summary>Everything there is of a name; null if there is no such name, nothing if there is only something below it.</summary>
    private IReadOnlyList<DnsData>? Find(DnsName name, ViewSnapshot view) => name.LabelsBefore(_domain) switch
    {
        [] => [],
        ["dns-version"] => [new TextData(Version)],
        [.. var labels, "svc"] => _services.Find(labels, view),
        [.. var labels, "pod"] => PodNames.Find(labels, view),
        _ => null,
    };

    private DnsAnswer Answer(DnsQuestion question, IReadOnlyList<DnsData>? found, ViewSnapshot view)
    {
        if (found is null)
        {
            return new DnsAnswer(DnsCode.NoSuchName) { IsAuthoritative = true, Authority = [Authority(view.Revision)] };
        }

        // An alias answers whatever is asked (RFC 1034, 3.6.2).
        var answers = found.Where(d => question.Wants(d.Type) || d.Type == DnsType.CName).Select(d => new DnsRecord(question.Name, _ttl, d)).ToList();
        if (question.Name.Equals(_domain) && question.Wants(DnsType.Soa))
        {
            answers.Add(Authority(view.Revision));
        }

        return answers.Count > 0
            ? new DnsAnswer(DnsCode.Success) { IsAuthoritative = true, Answers = answers, Additional = Targets(answers, view) }
            : new DnsAnswer(DnsCode.Success) { IsAuthoritative = true, Authority = [Authority(view.Revision)] };
    }

    /// <summary>The addresses of what records of services point at.</summary>
    private List<DnsRecord> Targets(IEnumerable<DnsRecord> answers, ViewSnapshot view) =>
    [
        .. from target in answers.Select(static r => r.Data).OfType<ServiceData>().Select(static s => s.Target).Distinct()
           from address in (Find(target, view) ?? []).OfType<AddressData>()
           select new DnsRecord(target, _ttl, address),
    ];

    private DnsRecord Authority(long revision) =>
        new(_domain, _ttl, new AuthorityData(_domain.Below("ns", "dns"), _domain.Below("hostmaster"), (uint)revision, 7200, 1800, 86400, _ttl));
}
