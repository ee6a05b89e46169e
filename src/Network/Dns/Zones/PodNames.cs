using System.Net;
using ActorKube.Api.Validation;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Zones;

/// <summary>Names that say an address: <c>10-1-2-3.NAMESPACE</c>, <c>fd00--1.NAMESPACE</c>. Whether there is such a pod isn't looked up: they are for certificates, not for finding anything.</summary>
internal static class PodNames
{
    /// <summary>As for a zone: null without such a name.</summary>
    public static IReadOnlyList<DnsData>? Find(ReadOnlySpan<string> labels, ViewSnapshot view) => labels switch
    {
        [] => [],
        [var space] => IsNamespace(space, view) ? [] : null,
        [var text, var space] => IsNamespace(space, view) && Parse(text) is { } address ? [new AddressData(address)] : null,
        _ => null,
    };

    internal static bool IsNamespace(string name, ViewSnapshot view) => view.Get(new ObjectKey(NetworkIndexes.Namespaces, "", name)) is not null;

    private static IPAddress? Parse(string text) =>
        Addresses.TryParseIp(text.Replace('-', '.'), out var four) ? four
        : Addresses.TryParseIp(text.Replace('-', ':'), out var six) ? six
        : null;
}
