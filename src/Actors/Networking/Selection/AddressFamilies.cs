using ActorKube.Api.Core;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>IPv4 and IPv6, in the words of services and endpoint slices.</summary>
internal static class AddressFamilies
{
    public const string V4 = "IPv4";
    public const string V6 = "IPv6";

    public static string Of(string ip) => ip.Contains(':', StringComparison.Ordinal) ? V6 : V4;

    /// <summary>Those in which a service has endpoints, the first being its main one.</summary>
    public static IReadOnlyList<string> Of(Service service) => service.Spec.IpFamilies is { Count: > 0 } families ? families : [V4];
}
