using System.Globalization;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Networking.EndpointLists;

/// <summary>
/// Brings subsets of Endpoints into the form in which each address has each of its ports once: addresses with the same ports, and the same of them ready, share a subset. An address that
/// is said to be ready and not to be so on the same port is not.
/// </summary>
internal static class SubsetPacking
{
    private static readonly EndpointPort None = new() { Port = -1 };

    public static List<EndpointSubset> Pack(IEnumerable<EndpointSubset> subsets)
    {
        var byPort = new Dictionary<EndpointPort, SortedDictionary<AddressKey, (EndpointAddress Address, bool Ready)>>();
        foreach (var subset in subsets)
        {
            foreach (var port in subset.Ports is { Count: > 0 } ports ? ports : [None])
            {
                if (!byPort.TryGetValue(port, out var known))
                {
                    byPort.Add(port, known = []);
                }

                Add(known, subset.Addresses, true);
                Add(known, subset.NotReadyAddresses, false);
            }
        }

        return [.. byPort.GroupBy(static p => string.Join(';', p.Value.Select(static a => $"{a.Key.Ip}/{a.Key.Uid}/{a.Value.Ready}")), StringComparer.Ordinal)
            .Select(static g => new EndpointSubset
            {
                Addresses = Of(g.First().Value.Values, true),
                NotReadyAddresses = Of(g.First().Value.Values, false),
                Ports = PortsOf(g.Select(static p => p.Key)),
            })
            .OrderBy(static s => string.Join(';', (s.Ports ?? []).Select(Text)), StringComparer.Ordinal)
            .ThenBy(static s => (s.Addresses ?? s.NotReadyAddresses)?[0].Ip, StringComparer.Ordinal)];
    }

    private static void Add(SortedDictionary<AddressKey, (EndpointAddress Address, bool Ready)> known, IReadOnlyList<EndpointAddress>? addresses, bool ready)
    {
        foreach (var address in addresses ?? [])
        {
            var key = new AddressKey(address.Ip, address.TargetRef?.Uid ?? "");
            known[key] = known.TryGetValue(key, out var other) ? (other.Address, other.Ready && ready) : (address, ready);
        }
    }

    private static List<EndpointAddress>? Of(IEnumerable<(EndpointAddress Address, bool Ready)> addresses, bool ready) =>
        addresses.Where(a => a.Ready == ready).Select(static a => a.Address).ToList() is { Count: > 0 } found ? found : null;

    private static List<EndpointPort>? PortsOf(IEnumerable<EndpointPort> ports) =>
        ports.Where(static p => p.Port > 0).OrderBy(Text, StringComparer.Ordinal).ToList() is { Count: > 0 } found ? found : null;

    private static string Text(EndpointPort port) => string.Create(CultureInfo.InvariantCulture, $"{port.Name}|{port.Protocol}|{port.Port:D5}|{port.AppProtocol}");

    private readonly record struct AddressKey(string Ip, string Uid) : IComparable<AddressKey>
    {
        public int CompareTo(AddressKey other) => string.CompareOrdinal(Ip, other.Ip) is var order && order != 0 ? order : string.CompareOrdinal(Uid, other.Uid);
    }
}
