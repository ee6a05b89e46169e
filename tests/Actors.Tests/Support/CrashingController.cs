using ActorKube.Actors.Actions;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Tests.Support;

/// <summary>
/// Decides, performs some of what it decided, forgets the rest, and decides anew: a controller that is killed again and again, each time between two actions of its
/// choice. What it does reaches the cluster by the real performer.
/// </summary>
internal sealed class CrashingController(Cluster cluster, Func<IReconciler> restart, ObjectKey key, Random random)
{
    private readonly ActionPerformer _performer = new(cluster.Commands, new NoEvents(), Cluster.Writes, []);

    /// <summary>One life. False if there was nothing to do.</summary>
    public async Task<bool> LiveAsync()
    {
        var actions = cluster.Decide(restart(), key).Actions.SelectMany(static a => a is InBursts bursts ? [.. bursts.Actions] : (IEnumerable<ReconcileAction>)[a]).ToList();
        var last = random.Next(actions.Count + 1);
        foreach (var action in actions.Take(last))
        {
            if (await _performer.PerformAsync(new ActorTurn(key, cluster.Store), action, TestContext.Current.CancellationToken) == ActionOutcome.Stale)
            {
                break;
            }
        }

        return actions.Count > 0;
    }
}
