using System.Text.Json.Serialization;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Sharding;
using ActorKube.Engine.Views;

namespace ActorKube.Host.Composition.Clustering;

/// <summary><c>GET /actorkube/hosts</c> (<c>kubectl get --raw</c>): the members as this host sees them.</summary>
internal sealed class HostsHandler(MembershipService membership, MemberShards shards, ObjectView view) : ReportHandler<HostsReport>(Path, HostsJson.Default.HostsReport)
{
    public const string Path = "/actorkube/hosts";

    protected override HostsReport Report()
    {
        var snapshot = view.Snapshot();
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
            m.Software,
            m.JoinedAt,
            owned.GetValueOrDefault(m.Name),
            m.IsActive && revisions.TryGetValue(m.Name, out var revision) ? newest - revision : null))]);
    }
}

/// <param name="Self">The host that was asked.</param>
/// <param name="Version">Of the membership view.</param>
internal sealed record HostsReport(string Self, long Version, IReadOnlyList<HostReport> Hosts);

/// <param name="Objects">Objects whose actors it has.</param>
/// <param name="RevisionLag">Revisions that its view is behind the newest that is known; null if it doesn't say.</param>
internal sealed record HostReport(string Name, long Incarnation, string Status, string Address, string Api, string Software, DateTimeOffset JoinedAt, int Objects, long? RevisionLag);

[JsonSerializable(typeof(HostsReport))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class HostsJson : JsonSerializerContext;
