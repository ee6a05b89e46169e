using System.Collections.Immutable;

namespace ActorKube.Actors.Autoscaling.State;

/// <summary>What an autoscaler knows besides its object: what it recommended and did before. Immutable.</summary>
/// <param name="Uid">Of the autoscaler; a later one of its name begins anew.</param>
/// <param name="SyncedAt">When it was last looked after, or first seen.</param>
internal sealed record AutoscalerState(string Uid, DateTimeOffset SyncedAt)
{
    /// <summary>What metrics asked for, before any limit; oldest first.</summary>
    public ImmutableList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>Pods that were added, for the policies that limit how many may be in a period.</summary>
    public ImmutableList<ScaleEvent> Ups { get; init; } = [];

    /// <summary>Pods that were taken away.</summary>
    public ImmutableList<ScaleEvent> Downs { get; init; } = [];

    /// <summary>The first thing known is what there was.</summary>
    public AutoscalerState Begin(int replicas, DateTimeOffset now) => Recommendations.IsEmpty ? this with { Recommendations = [new Recommendation(replicas, now)] } : this;

    /// <summary>Takes note of a recommendation, and forgets those of before <paramref name="since"/>.</summary>
    public AutoscalerState Recommend(int replicas, DateTimeOffset now, DateTimeOffset since) =>
        this with { Recommendations = Recommendations.RemoveAll(r => r.Time < since).Add(new Recommendation(replicas, now)) };

    /// <summary>Takes note of a change, and forgets those of before <paramref name="since"/>.</summary>
    public AutoscalerState Scale(int before, int after, DateTimeOffset now, DateTimeOffset since)
    {
        var change = new ScaleEvent(Math.Abs(after - before), now);
        return after > before
            ? this with { Ups = Ups.RemoveAll(e => e.Time < since).Add(change) }
            : this with { Downs = Downs.RemoveAll(e => e.Time < since).Add(change) };
    }
}

internal readonly record struct Recommendation(int Replicas, DateTimeOffset Time);

/// <param name="Change">Pods that came or went; not negative.</param>
internal readonly record struct ScaleEvent(int Change, DateTimeOffset Time);
