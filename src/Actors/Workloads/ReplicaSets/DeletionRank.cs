using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>What the order in which pods go depends on.</summary>
/// <param name="Phase">0 while pending, 1 unknown, 2 running.</param>
/// <param name="Cost">What its annotation says that its deletion costs.</param>
/// <param name="Crowd">Active pods of the same workload on its node.</param>
/// <param name="ReadySince">Null while it isn't ready.</param>
internal sealed record DeletionRank(
    string Uid,
    bool IsAssigned,
    int Phase,
    bool IsReady,
    int Cost,
    int Crowd,
    DateTimeOffset? ReadySince,
    int Restarts,
    int SidecarRestarts,
    DateTimeOffset? Created)
{
    public static DeletionRank Of(StoredObject stored, PodFacts facts, int crowd) => new(
        stored.Header.Uid,
        facts.Node is not null,
        facts.Phase switch { PodPhases.Running => 2, PodPhases.Unknown => 1, _ => 0 },
        facts.IsReady,
        facts.DeletionCost,
        crowd,
        facts.AvailableAt(0),
        facts.Restarts,
        facts.SidecarRestarts,
        stored.Header.CreationTimestamp);
}
