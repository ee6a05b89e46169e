using System.Diagnostics.CodeAnalysis;
using System.Net;
using ActorKube.Api.Discovery;
using ActorKube.Api.Validation;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Zones;

/// <summary>From addresses to the names of services, and of endpoints that have a host name.</summary>
internal sealed class ReverseNames(DnsName services)
{
    private static readonly DnsName V4 = DnsName.Parse("in-addr.arpa");
    private static readonly DnsName V6 = DnsName.Parse("ip6.arpa");

    /// <summary>The address that a name below <c>in-addr.arpa</c> or <c>ip6.arpa</c> stands for.</summary>
    public static bool TryParse(DnsName name, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (name.IsWithin(V4) && name.Count == V4.Count + 4)
        {
            var octets = name.LabelsBefore(V4);
            address = Addresses.TryParseIp(string.Join('.', octets.Reverse()), out var found) ? found : null;
        }

        if (name.IsWithin(V6) && name.Count == V6.Count + 32)
        {
            var digits = name.LabelsBefore(V6);
            if (Array.TrueForAll(digits, static d => d.Length == 1 && char.IsAsciiHexDigit(d[0])))
            {
                address = new IPAddress(Convert.FromHexString(string.Concat(digits.Reverse())));
            }
        }

        return address is not null;
    }

    public IReadOnlyList<DnsData> Find(IPAddress address, ViewSnapshot view)
    {
        var text = address.ToString();
        var found = view.Lookup(NetworkIndexes.Services, NetworkIndexes.ServicesOfAddress, text).Select(s => services.Below(s.Key.Name, s.Key.Namespace)).ToList();
        foreach (var stored in view.Lookup(NetworkIndexes.Slices, NetworkIndexes.SlicesOfAddress, text))
        {
            var slice = stored.Read<EndpointSlice>();
            if (slice.Metadata.Labels?.GetValueOrDefault(NetworkIndexes.ServiceNameLabel) is { } service)
            {
                found.AddRange((slice.Endpoints ?? [])
                    .Where(e => e.Hostname is { Length: > 0 } && e.Addresses?.Any(a => Addresses.Canonical(a) == text) == true)
                    .Select(e => services.Below(e.Hostname!, service, stored.Key.Namespace)));
            }
        }

        return [.. found.Distinct().Select(static n => new NameData(DnsType.Ptr, n))];
    }
}
