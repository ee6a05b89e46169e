using System.Collections.Immutable;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>What becomes of connections to one frontend.</summary>
internal sealed record Route(Frontend Frontend, FrontendKind Kind)
{
    /// <summary>Where they go, by position. Positions change as little as they can.</summary>
    public ImmutableArray<Backend> Backends { get; init; } = [];

    /// <summary>With an external traffic policy of Local: where those go that come from outside, while the node and its pods use <see cref="Backends"/>. Null: no difference.</summary>
    public ImmutableArray<Backend>? OutsideBackends { get; init; }

    /// <summary>The service has backends that can be used, be it on other nodes only: what can't be served here is dropped rather than refused.</summary>
    public bool HasAny { get; init; }

    /// <summary>How long a client stays with its backend after it last connected. Null: each connection for itself.</summary>
    public TimeSpan? Affinity { get; init; }

    /// <summary>With affinity: the backends by slots, which they keep for as long as they exist.</summary>
    public StickySlots Slots { get; init; } = StickySlots.None;

    /// <inheritdoc cref="Slots"/>
    public StickySlots OutsideSlots { get; init; } = StickySlots.None;

    /// <summary>Backends on this node, which may connect to themselves.</summary>
    public ImmutableArray<uint> LocalAddresses { get; init; } = [];

    /// <summary>Of UDP: backends whose flows go on, those that are ending among them.</summary>
    public ImmutableArray<uint> Serving { get; init; } = [];

    /// <summary>Whose connections are let in. Empty: everybody's.</summary>
    public ImmutableArray<Ipv4Network> AllowedSources { get; init; } = [];

    /// <summary><see cref="AllowedSources"/> as text.</summary>
    public string Sources => string.Join(", ", AllowedSources);

    public bool Equals(Route? other) => other is not null && Frontend == other.Frontend && Kind == other.Kind && HasAny == other.HasAny && Affinity == other.Affinity
        && Backends.SequenceEqual(other.Backends) && OutsideBackends.HasValue == other.OutsideBackends.HasValue
        && (OutsideBackends ?? []).SequenceEqual(other.OutsideBackends ?? []) && Slots.Equals(other.Slots) && OutsideSlots.Equals(other.OutsideSlots)
        && LocalAddresses.SequenceEqual(other.LocalAddresses) && Serving.SequenceEqual(other.Serving) && AllowedSources.SequenceEqual(other.AllowedSources);

    public override int GetHashCode() => HashCode.Combine(Frontend, Kind, Backends.Length);
}
