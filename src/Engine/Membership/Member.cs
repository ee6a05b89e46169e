using System.Collections.Immutable;

namespace ActorKube.Engine.Membership;

/// <summary>What the cluster knows of one host: a row of the membership table.</summary>
public sealed record Member
{
    public required MemberId Id { get; init; }

    public required MemberStatus Status { get; init; }

    /// <summary>Host and port at which other hosts reach it.</summary>
    public required string Address { get; init; }

    /// <summary>Url of its API.</summary>
    public string Api { get; init; } = "";

    /// <summary>By which its journal writes; fenced in the database when the member is declared dead. Null where there is no such thing.</summary>
    public Guid? Writer { get; init; }

    /// <summary>Labels of its Node: zone, rack...</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Software it runs.</summary>
    public string Software { get; init; } = "";

    /// <summary>When this incarnation joined, by its own clock; for people only.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>Every other member is known to know it, so its votes count.</summary>
    public bool Votes { get; init; }

    /// <summary>Who votes that it is dead.</summary>
    public ImmutableHashSet<MemberId> Accusers { get; init; } = [];

    public string Name => Id.Name;

    public bool IsActive => Status == MemberStatus.Active;
}
