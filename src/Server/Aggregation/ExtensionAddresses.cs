using System.Globalization;
using System.Net.Sockets;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Core;
using ActorKube.Api.Validation;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Server.Aggregation;

/// <summary>
/// Finds the servers behind APIServices: the ready endpoints of the service, in turn, since a host may have no way to the service's own address; or what an ExternalName says. Thread-safe.
/// </summary>
internal sealed class ExtensionAddresses(ObjectView view)
{
    /// <summary>Port that a reference without one means.</summary>
    private const int DefaultPort = 443;

    private int _turn;

    /// <summary>Host and port.</summary>
    /// <exception cref="ExtensionServerException">There is none.</exception>
    public string Next(APIService api)
    {
        var (space, name) = (api.Spec.Service?.Namespace ?? "", api.Spec.Service?.Name ?? "");
        var snapshot = view.Snapshot();
        var service = snapshot.Get(new ObjectKey("services", space, name))?.Read<Service>() ?? throw new ExtensionServerException($"service \"{name}\" not found");
        var number = api.Spec.Service?.Port ?? DefaultPort;
        if (service.Spec is { Type: ServiceTypes.ExternalName, ExternalName: { Length: > 0 } external })
        {
            return Authority(external, number);
        }

        var port = service.Spec.Ports?.FirstOrDefault(p => p.Port == number) ?? throw new ExtensionServerException($"no service port {number} found for service \"{name}\"");
        var all = Endpoints(snapshot.Get(new ObjectKey("endpoints", space, name))?.Read<Endpoints>(), port.Name ?? "");
        return all.Count > 0 ? all[(Interlocked.Increment(ref _turn) & int.MaxValue) % all.Count] : throw new ExtensionServerException($"no endpoints available for service \"{name}\"");
    }

    private static List<string> Endpoints(Endpoints? endpoints, string port)
    {
        var found =
            from subset in endpoints?.Subsets ?? []
            from own in (subset.Ports ?? []).Where(p => (p.Name ?? "") == port).Take(1)
            from address in subset.Addresses ?? []
            select Authority(address.Ip, own.Port);
        return [.. found];
    }

    private static string Authority(string host, int port) => Addresses.TryParseIp(host, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6
        ? string.Create(CultureInfo.InvariantCulture, $"[{ip}]:{port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Addresses.Canonical(host)}:{port}");
}
