using System.Globalization;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class EndpointsKind
{
    /// <summary>Addresses that a table shows before it counts the rest.</summary>
    private const int MaxShown = 3;

    public static readonly Kind<Endpoints> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Endpoints",
        Plural = "endpoints",
        Singular = "endpoints",
        ShortNames = ["ep"],
        CreateOnUpdate = true,
        OnDefault = Default,
        OnValidate = EndpointsValidation.Validate,
        OnValidateUpdate = EndpointsValidation.ValidateUpdate,
        TableColumns = [Column<Endpoints>.NameColumn, new("Endpoints", "The first addresses and ports.", static e => Text(e.Subsets)), Column<Endpoints>.AgeColumn],
    };

    private static Endpoints Default(Endpoints endpoints) => endpoints.Subsets is null ? endpoints : endpoints with
    {
        Subsets =
        [
            .. endpoints.Subsets.Select(s => s.Ports is null
                ? s : s with { Ports = [.. s.Ports.Select(p => p with { Protocol = string.IsNullOrEmpty(p.Protocol) ? "TCP" : p.Protocol })] }),
        ],
    };

    private static string Text(IReadOnlyList<EndpointSubset>? subsets)
    {
        if (subsets is null or { Count: 0 })
        {
            return "<none>";
        }

        var all = subsets.SelectMany(Texts).ToList();
        var shown = string.Join(',', all.Take(MaxShown));
        return all.Count <= MaxShown ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} + {all.Count - MaxShown} more...");
    }

    private static IEnumerable<string> Texts(EndpointSubset subset)
    {
        var addresses = (subset.Addresses ?? []).Select(a => a.Ip);
        return subset.Ports is null or { Count: 0 } ? addresses : subset.Ports.SelectMany(p => addresses.Select(ip => WithPort(ip, p.Port)));
    }

    private static string WithPort(string ip, int port) =>
        (ip.Contains(':', StringComparison.Ordinal) ? $"[{ip}]:" : ip + ":") + port.ToString(CultureInfo.InvariantCulture);
}
