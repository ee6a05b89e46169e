using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Server.Proxying;

/// <summary>Finds the address behind a pod, a service or a node. Addresses of those only: a proxy is no way to anything else. Thread-safe.</summary>
internal sealed class ProxyTargets(ObjectView view)
{
    private int _turn;

    /// <exception cref="ApiException">400, 404 or 503: there is no address.</exception>
    public Uri OfPod(string space, string text)
    {
        var name = ProxyName.Parse(text, "pod");
        var pod = Find<Pod>("pods", space, name.Name);
        var declared = (pod.Spec.Containers ?? []).SelectMany(static c => c.Ports ?? []).FirstOrDefault()?.Port;
        var port = name.Port.Length > 0 ? Number(name.Port) : declared;
        return Address(name.Scheme, pod.Status.PodIPs is [var first, ..] ? first.Ip : "", port);
    }

    /// <exception cref="ApiException">400, 404 or 503: there is no address.</exception>
    public Uri OfService(string space, string text)
    {
        var name = ProxyName.Parse(text, "service");
        var port = long.TryParse(name.Port, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? PortName(space, name.Name, number) : name.Port;
        var subsets = Find<Endpoints>("endpoints", space, name.Name).Subsets ?? [];
        var found = subsets
            .SelectMany(subset => (subset.Ports ?? []).Where(p => (p.Name ?? "") == port).Select(p => (Addresses: subset.Addresses ?? [], p.Port)))
            .SelectMany(static s => s.Addresses.Where(static a => a.TargetRef is { Kind: "Pod" }).Select(a => (a.Ip, s.Port)))
            .ToList();
        if (found.Count == 0)
        {
            throw Unavailable($"no endpoints available for service \"{(subsets.Count == 0 ? name.Name : text)}\"");
        }

        var next = found[(Interlocked.Increment(ref _turn) & int.MaxValue) % found.Count];
        return Address(name.Scheme, next.Ip, next.Port);
    }

    /// <summary>Finds the node; what is returned makes the address of one of its ports, the first one that is for use inside of the cluster.</summary>
    /// <exception cref="ApiException">404: no such node. 400: it has no address that may be asked.</exception>
    public Func<Uri> OfNode(ProxyName name)
    {
        var node = Find<Node>("nodes", "", name.Name);
        return () => Address(name.Scheme, node.Status.Addresses?.FirstOrDefault(static a => a.Type == "InternalIP")?.Address ?? "", Number(name.Port));
    }

    private string PortName(string space, string service, long number)
    {
        var ports = Find<Service>("services", space, service).Spec.Ports ?? [];
        return ports.FirstOrDefault(p => p.Port == number) is { } port ? port.Name ?? "" : throw Unavailable($"no service port {number} found for service \"{service}\"");
    }

    private T Find<T>(string resource, string space, string name)
        where T : class, IApiObject, IApiType<T> =>
        view.Snapshot().Get(new ObjectKey(resource, space, name))?.Read<T>() ?? throw ApiErrors.NotFound(resource, "", name);

    private static Uri Address(string scheme, string address, int? port) => Addresses.TryParseIp(address, out var ip) && IsUnicast(ip)
        ? new UriBuilder(scheme, ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{ip}]" : ip.ToString(), port ?? (scheme == "https" ? 443 : 80)).Uri
        : throw ApiErrors.BadRequest("address not allowed");

    private static bool IsUnicast(IPAddress ip) =>
        !IPAddress.IsLoopback(ip) && !ip.IsIPv6Multicast && !ip.IsIPv6LinkLocal && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any)
        && (ip.AddressFamily != AddressFamily.InterNetwork || ip.GetAddressBytes() is not ([>= 224 and < 240, ..] or [169, 254, ..] or [255, 255, 255, 255]));

    private static int Number(string port) => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535
        ? number
        : throw Unavailable($"error trying to reach service: dial tcp: unknown port {port}");

    private static ApiException Unavailable(string message) => ApiErrors.Of(503, StatusReason.ServiceUnavailable, message);
}
