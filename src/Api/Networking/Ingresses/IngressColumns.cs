using ActorKube.Api.Kinds;

namespace ActorKube.Api.Networking;

internal static class IngressColumns
{
    /// <summary>Hosts that are shown before the rest is counted.</summary>
    private const int MaxHosts = 3;

    public static readonly IReadOnlyList<Column<Ingress>> All =
    [
        Column<Ingress>.NameColumn,
        new("Class", "Class of the controller that serves the ingress.", static i => i.Spec.IngressClassName ?? "<none>"),
        new("Hosts", "Host names that the ingress routes.", static i => Hosts(i.Spec.Rules ?? [])),
        new("Address", "Where the ingress is reached.", static i => Address(i.Status.LoadBalancer)),
        new("Ports", "Ports that the ingress listens on, by whether it has TLS.", static i => i.Spec.Tls is { Count: > 0 } ? "80, 443" : "80"),
        Column<Ingress>.AgeColumn,
    ];

    private static string Hosts(IReadOnlyList<IngressRule> rules)
    {
        List<string> hosts = [];
        var more = false;
        foreach (var rule in rules)
        {
            more |= hosts.Count == MaxHosts;
            if (!more && rule.Host is { } host)
            {
                hosts.Add(host);
            }
        }

        return hosts.Count == 0 ? "*" : string.Join(',', hosts) + (more ? $" + {rules.Count - MaxHosts} more..." : "");
    }

    private static string Address(IngressLoadBalancerStatus status) => string.Join(
        ',', (status.Ingress ?? []).Select(i => i.Ip ?? i.Hostname).Where(a => a is not null).Distinct().Order(StringComparer.Ordinal));
}
