using System.Globalization;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>Services as kubectl lists them.</summary>
internal static class ServiceColumns
{
    private const string None = "<none>";

    public static IReadOnlyList<Column<Service>> All { get; } =
    [
        Column<Service>.NameColumn,
        new("Type", "How the service is exposed.", static s => s.Spec.Type ?? ""),
        new("Cluster-IP", "Address inside the cluster.", static s => s.Spec.ClusterIPs is [var ip, ..] ? ip : None),
        new("External-IP", "Addresses outside the cluster.", static s => ExternalIp(s)),
        new("Port(s)", "Ports, with node ports and protocols.", static s => Ports(s.Spec.Ports ?? [])),
        Column<Service>.AgeColumn,
        new("Selector", "string", "", "Labels of the pods behind the service.", 1, static (s, _) => Selector(s.Spec.Selector)),
    ];

    private static string ExternalIp(Service service)
    {
        var ips = service.Spec.ExternalIPs ?? [];
        switch (service.Spec.Type)
        {
            case ServiceTypes.ClusterIp or ServiceTypes.NodePort:
                return ips.Count == 0 ? None : string.Join(',', ips);
            case ServiceTypes.LoadBalancer:
                var balancers = (service.Status.LoadBalancer.Ingress ?? [])
                    .Select(i => string.IsNullOrEmpty(i.Ip) ? i.Hostname : i.Ip).Where(a => !string.IsNullOrEmpty(a)).Distinct().Order(StringComparer.Ordinal);
                var all = string.Join(',', balancers.Concat(ips));
                return all.Length == 0 ? "<pending>" : all;
            case ServiceTypes.ExternalName:
                return service.Spec.ExternalName ?? "";
            default:
                return "<unknown>";
        }
    }

    private static string Ports(IReadOnlyList<ServicePort> ports) => ports.Count == 0 ? None : string.Join(',', ports.Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{p.Port}{NodePort(p)}/{p.Protocol}")));

    private static string NodePort(ServicePort port) => port.NodePort > 0 ? ":" + port.NodePort.ToString(CultureInfo.InvariantCulture) : "";

    private static string Selector(IReadOnlyDictionary<string, string>? selector) => selector is null or { Count: 0 }
        ? None : string.Join(',', selector.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={e.Value}"));
}
