using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;

namespace ActorKube.Api.Policy;

/// <summary>The <c>eviction</c> subresource of a pod: a deletion that asks the pod's disruption budget first.</summary>
public static class PodEviction
{
    private const int MaxDisruptedPods = 2000;
    private const string Violation = "Cannot evict pod as it would violate the pod's disruption budget.";

    /// <summary>Checks what doesn't need the pod.</summary>
    /// <exception cref="ApiException">400 for another name than that of the path.</exception>
    public static void Validate(Eviction eviction, string name)
    {
        if ((eviction.Metadata.Name ?? "") != name)
        {
            throw ApiErrors.BadRequest("name in URL does not match name in Eviction object");
        }
    }

    /// <summary>Decides top-down: a pod that serves nobody goes at once, an unhealthy one when the others don't need it, a healthy one when the budget has room.</summary>
    /// <param name="budgets">All budgets of the pod's namespace.</param>
    public static EvictionDecision Decide(Pod pod, IEnumerable<PodDisruptionBudget> budgets, DateTimeOffset now)
    {
        var leaving = PodPhases.IsTerminal(pod.Status.Phase) || pod.Metadata.DeletionTimestamp is not null;
        if (leaving || pod.Status.Phase == PodPhases.Pending)
        {
            return new EvictionDecision.Delete(OnlyThisVersion: !leaving, Budget: null);
        }

        return budgets.Where(b => Selects(b, pod)).ToList() switch
        {
            [] => new EvictionDecision.Delete(OnlyThisVersion: false, Budget: null),
            [var budget] when !PodReadiness.IsReady(pod) && AllowsUnhealthy(budget) => new EvictionDecision.Delete(OnlyThisVersion: true, Budget: null),
            [var budget] => Spend(budget, pod, now),
            _ => new EvictionDecision.Refuse(ApiErrors.Of(500, "", "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.")),
        };
    }

    /// <summary>The pod as it is stored before it is deleted: with the condition that says why it goes.</summary>
    public static Pod MarkEvicted(Pod pod, DateTimeOffset now) => pod with
    {
        Status = PodConditions.With(pod.Status, PodConditions.DisruptionTarget, ConditionStatus.True, now, "EvictionByEvictionAPI", "Eviction API: evicting"),
    };

    private static bool AllowsUnhealthy(PodDisruptionBudget budget) => budget.Spec.UnhealthyPodEvictionPolicy == "AlwaysAllow"
        || (budget.Status.DesiredHealthy > 0 && budget.Status.CurrentHealthy >= budget.Status.DesiredHealthy);

    private static EvictionDecision Spend(PodDisruptionBudget budget, Pod pod, DateTimeOffset now)
    {
        var (name, status) = (budget.Metadata.Name ?? "", budget.Status);
        if (status.ObservedGeneration < budget.Metadata.Generation)
        {
            return TooMany($"The disruption budget {name} is still being processed by the server.", retryAfterSeconds: 10);
        }

        if (status.DisruptionsAllowed < 0 || status.DisruptedPods?.Count > MaxDisruptedPods)
        {
            return new EvictionDecision.Refuse(ApiErrors.Forbidden("poddisruptionbudget", "policy", name, status.DisruptionsAllowed < 0
                ? "pdb disruptions allowed is negative"
                : "DisruptedPods map too big - too many evictions not confirmed by PDB controller"));
        }

        return status.DisruptionsAllowed == 0
            ? TooMany(string.Create(CultureInfo.InvariantCulture, $"The disruption budget {name} needs {status.DesiredHealthy} healthy pods and has {status.CurrentHealthy} currently"), 0)
            : new EvictionDecision.Delete(OnlyThisVersion: false, Spent(budget, pod, now));
    }

    private static PodDisruptionBudget Spent(PodDisruptionBudget budget, Pod pod, DateTimeOffset now)
    {
        var disrupted = new Dictionary<string, DateTimeOffset>(budget.Status.DisruptedPods ?? new Dictionary<string, DateTimeOffset>(), StringComparer.Ordinal)
        {
            [pod.Metadata.Name ?? ""] = now,
        };
        var left = budget.Status.DisruptionsAllowed - 1;
        return budget with
        {
            Status = budget.Status with
            {
                DisruptionsAllowed = left,
                DisruptedPods = disrupted,
                Conditions = left == 0 ? Exhausted(budget, now) : budget.Status.Conditions,
            },
        };
    }

    private static List<Condition> Exhausted(PodDisruptionBudget budget, DateTimeOffset now)
    {
        const string Type = "DisruptionAllowed";
        var conditions = budget.Status.Conditions ?? [];
        var old = conditions.FirstOrDefault(static c => c.Type == Type);
        var condition = new Condition
        {
            Type = Type,
            Status = ConditionStatus.False,
            Reason = "InsufficientPods",
            ObservedGeneration = budget.Status.ObservedGeneration,
            LastTransitionTime = old?.Status == ConditionStatus.False ? old.LastTransitionTime : now,
        };
        return old is null ? [.. conditions, condition] : [.. conditions.Select(c => c.Type == Type ? condition : c)];
    }

    private static EvictionDecision.Refuse TooMany(string message, int retryAfterSeconds) =>
        new(ApiErrors.TooManyRequests(Violation, retryAfterSeconds, [new StatusCause { Reason = "DisruptionBudget", Message = message }]));

    /// <summary>A budget without a selector, or with one that can't be read, guards nothing.</summary>
    private static bool Selects(PodDisruptionBudget budget, Pod pod)
    {
        if (budget.Metadata.Namespace != pod.Metadata.Namespace || budget.Spec.Selector is not { } selector)
        {
            return false;
        }

        try
        {
            return LabelQuery.FromSpec(selector.MatchLabels, selector.MatchExpressions?.Select(static e => new LabelExpression(e.Key, e.Operator, e.Values ?? []))).Matches(pod.Metadata.Labels);
        }
        catch (SelectorException)
        {
            return false;
        }
    }
}
