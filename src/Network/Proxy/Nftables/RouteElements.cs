using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ActorKube.Network.Addressing;
using ActorKube.Network.Nftables;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>What a route is in the table: elements of maps, and the chains that they lead to. Pure.</summary>
internal static class RouteElements
{
    public static IEnumerable<NftElement> Of(ServiceRoutes service) => service.Routes.SelectMany(Of).Distinct();

    /// <summary>Chain that drops what comes from elsewhere, the same for all services that let the same in.</summary>
    public static string AllowChain(string sources) => "allow-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(sources)))[..16];

    private static IEnumerable<NftElement> Of(Route route)
    {
        var frontend = route.Frontend.ToString();
        return [.. Entry(route, frontend), .. Paths(route, frontend), .. Masquerading(route, frontend)];
    }

    private static IEnumerable<NftElement> Entry(Route route, string frontend)
    {
        if (route.Kind == FrontendKind.ClusterIp)
        {
            yield return new NftElement(NftNames.ClusterIps, Ipv4.Text(route.Frontend.Address));
        }

        if (route.AllowedSources.Length > 0)
        {
            yield return new NftElement(NftNames.Restricted, frontend, $"goto {AllowChain(route.Sources)}");
        }

        if (!route.HasAny)
        {
            yield return new NftElement(NftNames.Unserved, frontend, $"goto {NftNames.Refuse}");
        }
        else if (route.OutsideBackends is { } outside)
        {
            yield return new NftElement(NftNames.Services, frontend, $"goto {NftNames.Split}");
            if (outside.Length == 0)
            {
                yield return new NftElement(NftNames.Unserved, frontend, "drop");
            }
        }
        else if (route.Backends.Length == 0)
        {
            yield return new NftElement(NftNames.Unserved, frontend, "drop");
        }
    }

    private static IEnumerable<NftElement> Paths(Route route, string frontend)
    {
        foreach (var shape in RouteShape.Of(route))
        {
            var map = shape.IsOutside ? NftNames.Outside : route.OutsideBackends is null ? NftNames.Services : NftNames.Inside;
            yield return new NftElement(map, frontend, $"goto {NftNames.Spread(shape)}");
            var backends = shape.IsOutside ? route.OutsideBackends!.Value : route.Backends;
            foreach (var element in shape.Slots > 0 ? Sticky(shape, shape.IsOutside ? route.OutsideSlots : route.Slots, backends, frontend) : Spread(shape, backends, frontend))
            {
                yield return element;
            }
        }
    }

    private static IEnumerable<NftElement> Spread(RouteShape shape, ImmutableArray<Backend> backends, string frontend)
    {
        for (var i = 0; i < backends.Length; i++)
        {
            yield return new NftElement(NftNames.Backends(NftNames.Prefix(shape), i), frontend, backends[i].ToString());
        }
    }

    private static IEnumerable<NftElement> Sticky(RouteShape shape, StickySlots slots, ImmutableArray<Backend> backends, string frontend)
    {
        for (var i = 0; i < backends.Length; i++)
        {
            var slot = slots.SlotOf(backends[i]);
            var keep = $"goto {NftNames.Keep(NftNames.Prefix(shape), slot, shape.Timeout)}";
            yield return new NftElement(NftNames.Chosen(NftNames.Prefix(shape), i), frontend, keep);
            yield return new NftElement(NftNames.Held(NftNames.Prefix(shape), slot), frontend, keep);
            yield return new NftElement(NftNames.Slot(NftNames.Prefix(shape), slot), frontend, backends[i].ToString());
        }
    }

    private static IEnumerable<NftElement> Masquerading(Route route, string frontend)
    {
        if (route.Kind != FrontendKind.ClusterIp)
        {
            yield return new NftElement(route.OutsideBackends is null ? NftNames.Masqueraded : NftNames.MasqueradedForHost, frontend);
        }

        foreach (var address in route.LocalAddresses)
        {
            yield return new NftElement(NftNames.Hairpins, $"{frontend} . {Ipv4.Text(address)} . {Ipv4.Text(address)}");
        }
    }
}
