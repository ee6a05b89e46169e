using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// Distributes replicas to add (or, below 0, to take away) over ReplicaSets in proportion to their sizes; what rounding leaves goes to the first. Follows "Proportional
/// scaling" of <c>kubernetes.io/docs/concepts/workloads/controllers/deployment</c>.
/// Example: from 10 replicas with a surge of 3 to 15, of which 8 are old and 5 new: at most 18 instead of 13, so 5 to add:
/// old 8 * 18 / 13 = 11.08 gets 3, new 5 * 18 / 13 = 6.92 gets 2.
/// </summary>
internal static class Proportions
{
    /// <returns>The new size of each.</returns>
    public static int[] Of(Deployment deployment, List<ReplicaSet> sets, int toAdd)
    {
        var sizes = new int[sets.Count];
        var added = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            var share = Share(deployment, sets[i], toAdd, added);
            sizes[i] = sets[i].Spec.Replicas!.Value + share;
            added += share;
        }

        if (toAdd != 0)
        {
            sizes[0] = Math.Max(0, sizes[0] + toAdd - added);
        }

        return sizes;
    }

    private static int Share(Deployment deployment, ReplicaSet set, int toAdd, int added)
    {
        if (toAdd == 0 || toAdd == added)
        {
            return 0;
        }

        var fraction = Fraction(deployment, set);
        return toAdd > 0 ? Math.Min(fraction, toAdd - added) : Math.Max(fraction, toAdd - added);
    }

    private static int Fraction(Deployment deployment, ReplicaSet set)
    {
        var size = set.Spec.Replicas!.Value;
        if (deployment.Spec.Replicas == 0)
        {
            return -size;
        }

        var before = RevisionAnnotations.CountOf(set, RevisionAnnotations.MaxReplicas) is { } max and > 0 ? max : deployment.Status.Replicas;
        return before == 0 ? 0 : (int)Math.Round(size * (double)DeploymentMath.MaxReplicas(deployment) / before, MidpointRounding.AwayFromZero) - size;
    }
}
