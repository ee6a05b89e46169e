using System.Text.Json.Serialization;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Sharding;
using ActorKube.Engine.Views;

namespace ActorKube.Host.Composition.Clustering;

/// <param name="Self">The host that was asked.</param>
/// <param name="Version">Of the membership view; 0 for a host that is alone.</param>
internal sealed record HostsReport(string Self, long Version, IReadOnlyList<HostReport> Hosts)
{
    private const string ZoneLabel = "topology.kubernetes.io/zone";

    /// <summary>The members as this host sees them.</summary>
    public static HostsReport Of(MembershipService membership, MemberShards shards, ViewSnapshot snapshot)
    {
        var map = shards.Map;
        var owned = snapshot.Resources.SelectMany(snapshot.List).GroupBy(o => map.OwnerOf(o.Key)?.Name ?? "", StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        var revisions = membership.Revisions.Append(KeyValuePair.Create(membership.Self.Name, snapshot.Revision)).ToDictionary(StringComparer.Ordinal);
        var newest = revisions.Values.Max();
        return new HostsReport(membership.Self.Name, membership.View.Version, [.. membership.View.Members.Values.Select(m => new HostReport(
            m.Name,
            m.Id.Incarnation,
            m.Status.ToString(),
            m.Address,
            m.Api,
            m.Labels.GetValueOrDefault(ZoneLabel),
            m.Software,
            m.JoinedAt,
            owned.GetValueOrDefault(m.Name),
            m.IsActive && revisions.TryGetValue(m.Name, out var revision) ? revision : null,
            m.IsActive && revisions.TryGetValue(m.Name, out var known) ? newest - known : null))]);
    }

    /// <summary>A host on its own has everything, and its view is never behind.</summary>
    /// <param name="startedAt">By its own clock.</param>
    public static HostsReport OfSingle(HostSettings settings, DateTimeOffset startedAt, ViewSnapshot snapshot) => new(settings.NodeName, 0, [new HostReport(
        settings.NodeName,
        1,
        nameof(MemberStatus.Active),
        settings.Url.Authority,
        settings.Url.GetLeftPart(UriPartial.Authority),
        settings.Labels.GetValueOrDefault(ZoneLabel),
        SoftwareVersion.Text,
        startedAt,
        snapshot.Resources.SelectMany(snapshot.List).Count(),
        snapshot.Revision,
        0)]);
}

/// <param name="Address">Where other hosts reach it.</param>
/// <param name="Zone">By its label; null for none.</param>
/// <param name="Objects">Objects whose actors it has.</param>
/// <param name="Revision">Of its view; null if it doesn't say.</param>
/// <param name="RevisionLag">Revisions that its view is behind the newest that is known; null if it doesn't say.</param>
internal sealed record HostReport(string Name, long Incarnation, string Status, string Address, string Api, string? Zone, string Software, DateTimeOffset JoinedAt, int Objects, long? Revision, long? RevisionLag);

[JsonSerializable(typeof(HostsReport))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class HostsJson : JsonSerializerContext;
