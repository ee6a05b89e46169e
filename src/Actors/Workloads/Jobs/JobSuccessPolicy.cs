using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// Applies <c>successPolicy</c>: one rule that holds is enough. Follows <c>kubernetes.io/docs/concepts/workloads/controllers/job#success-policy</c>.
/// </summary>
internal static class JobSuccessPolicy
{
    /// <summary>Which rule holds, in words; null for none.</summary>
    public static string? Match(SuccessPolicy? policy, IndexSet succeeded, int completions)
    {
        if (succeeded.Count == 0)
        {
            return null;
        }

        for (var i = 0; i < policy?.Rules?.Count; i++)
        {
            if (Holds(policy.Rules[i], succeeded, completions))
            {
                return $"Matched rules at index {i}";
            }
        }

        return null;
    }

    /// <summary>Of the indexes that it names all, or as many as it says; or as many as it says of any.</summary>
    private static bool Holds(SuccessPolicyRule rule, IndexSet succeeded, int completions)
    {
        if (rule.SucceededIndexes is null)
        {
            return succeeded.Count >= rule.SucceededCount;
        }

        var wanted = IndexSet.Parse(rule.SucceededIndexes, completions);
        var done = wanted.CountIn(succeeded);
        return wanted.Count > 0 && (done == wanted.Count || done >= rule.SucceededCount);
    }
}
