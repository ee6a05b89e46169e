using System.Text.Json.Serialization;
using ActorKube.Actors.Rebalancing;

namespace ActorKube.Host.Composition.Clustering;

/// <summary><c>GET /actorkube/rebalance</c>: what rebalancing would do now, as this host sees the nodes.</summary>
internal sealed class RebalanceHandler(Func<RebalanceReport> report) : ReportHandler<RebalanceReport>(Path, RebalanceJson.Default.RebalanceReport)
{
    public const string Path = "/actorkube/rebalance";

    protected override RebalanceReport Report() => report();
}

[JsonSerializable(typeof(RebalanceReport))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class RebalanceJson : JsonSerializerContext;
