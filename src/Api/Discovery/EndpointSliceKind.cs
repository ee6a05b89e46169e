using System.Globalization;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Discovery;

internal static class EndpointSliceKind
{
    /// <summary>Items that a table shows before it counts the rest.</summary>
    private const int MaxShown = 3;

    public static readonly Kind<EndpointSlice> Kind = new()
    {
        Group = "discovery.k8s.io",
        Version = "v1",
        Name = "EndpointSlice",
        Plural = "endpointslices",
        HasGeneration = true,
        Spec = Counted,
        OnDefault = EndpointSliceDefaults.Apply,
        OnCreate = static slice => EndpointSliceDefaults.DropTopology(slice, null),
        OnUpdate = static (next, previous) => EndpointSliceDefaults.DropTopology(Raised(next, previous), previous),
        OnValidate = EndpointSliceValidation.Validate,
        OnValidateUpdate = EndpointSliceValidation.ValidateUpdate,
        OnWarnings = static (slice, previous) =>
            previous is null && slice.AddressType == "FQDN" ? ["spec.addressType: FQDN endpoints are deprecated"] : [],
        TableColumns =
        [
            Column<EndpointSlice>.NameColumn,
            new("AddressType", "Type of the addresses.", static s => s.AddressType),
            new("Ports", "The first ports.", static s => Shown((s.Ports ?? []).Select(PortText))),
            new("Endpoints", "The first addresses.", static s => Shown((s.Endpoints ?? []).SelectMany(e => e.Addresses ?? []))),
            Column<EndpointSlice>.AgeColumn,
        ],
    };

    /// <summary>The generation counts changes of labels too.</summary>
    private static EndpointSlice Counted(EndpointSlice slice) =>
        slice with { Kind = null, ApiVersion = null, Metadata = new ObjectMeta { Labels = slice.Metadata.Labels } };

    /// <summary>What is dropped from an update has raised the generation all the same.</summary>
    private static EndpointSlice Raised(EndpointSlice next, EndpointSlice previous) => ApiEquality.Same(Counted(next), Counted(previous))
        ? next
        : next with { Metadata = next.Metadata with { Generation = previous.Metadata.Generation + 1 } };

    private static string PortText(EndpointPort port) => port.Port?.ToString(CultureInfo.InvariantCulture) ?? port.Name ?? "*";

    private static string Shown(IEnumerable<string> items)
    {
        var all = items.ToList();
        var shown = string.Join(',', all.Take(MaxShown));
        return all.Count > MaxShown ? string.Create(CultureInfo.InvariantCulture, $"{shown} + {all.Count - MaxShown} more...") : shown.Length == 0 ? "<unset>" : shown;
    }
}
