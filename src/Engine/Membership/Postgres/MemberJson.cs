using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorKube.Engine.Membership.Postgres;

/// <summary>What a member's row says besides its columns.</summary>
internal sealed record MemberRow
{
    public string Address { get; init; } = "";

    public string Api { get; init; } = "";

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Software { get; init; } = "";

    public DateTimeOffset JoinedAt { get; init; }

    public bool Votes { get; init; }

    public ImmutableList<MemberId> Accusers { get; init; } = [];

    public static string Write(Member member) => JsonSerializer.Serialize(
        new MemberRow
        {
            Address = member.Address,
            Api = member.Api,
            Labels = member.Labels,
            Software = member.Software,
            JoinedAt = member.JoinedAt,
            Votes = member.Votes,
            Accusers = [.. member.Accusers.OrderBy(static a => a.Name, StringComparer.Ordinal)],
        },
        MemberJson.Default.MemberRow);

    public static Member Read(MemberId id, MemberStatus status, Guid? writer, string text)
    {
        var row = JsonSerializer.Deserialize(text, MemberJson.Default.MemberRow) ?? new MemberRow();
        return new Member
        {
            Id = id,
            Status = status,
            Writer = writer,
            Address = row.Address,
            Api = row.Api,
            Labels = row.Labels,
            Software = row.Software,
            JoinedAt = row.JoinedAt,
            Votes = row.Votes,
            Accusers = [.. row.Accusers],
        };
    }
}

[JsonSerializable(typeof(MemberRow))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class MemberJson : JsonSerializerContext;
