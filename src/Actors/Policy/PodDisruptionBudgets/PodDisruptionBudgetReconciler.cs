using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Policy;
using ActorKube.Api.Selectors;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Policy.PodDisruptionBudgets;

/// <summary>
/// Works out how many pods may be evicted: those that are healthy beyond those that must be. Evictions spend it at once; this makes up for what has changed since.
/// Follows <c>kubernetes.io/docs/concepts/workloads/pods/disruptions</c>.
/// </summary>
internal sealed class PodDisruptionBudgetReconciler(ExpectedPods expected) : IReconciler
{
    private const string Source = "controllermanager";

    public string Resource => Resources.PodDisruptionBudgets;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<PodDisruptionBudget>() is not { } budget || WorkloadSelectors.Query(budget.Spec.Selector) is not { } selector)
        {
            return Decision.None;
        }

        var pods = Select(context.View, budget, selector);
        if (!expected.TryCount(context.View, budget, pods, out var count, out var error))
        {
            return Write(context, budget, BudgetStatus.Failed(budget.Status, error, context.Now),
                EmitEvent.Warning(budget, Source, "CalculateExpectedPodCountFailed", $"Failed to calculate the number of expected pods: {error}"));
        }

        var disrupted = BudgetStatus.Disrupted(budget, pods, context.Now);
        var status = BudgetStatus.Of(budget, pods, count, disrupted, context.Now);
        var decision = pods.Count == 0
            ? Write(context, budget, status, EmitEvent.Normal(budget, Source, "NoPods", "No matching pods found"))
            : count.Unmanaged
                ? Write(context, budget, status, EmitEvent.Warning(budget, Source, "UnmanagedPods", Unmanaged(budget)))
                : Write(context, budget, status);
        return decision with { RequeueAfter = BudgetStatus.NextCheck(disrupted, context.Now) };
    }

    private static Decision Write(ReconcileContext context, PodDisruptionBudget budget, PodDisruptionBudgetStatus status, params ReadOnlySpan<ReconcileAction> events) =>
        ApiEquality.Same(status, budget.Status) ? Decision.None : Decision.Do([.. events, new ReplaceStatus(context.Object!, budget with { Status = status })]);

    private static List<Pod> Select(ViewSnapshot view, PodDisruptionBudget budget, LabelQuery selector) =>
    [
        .. view.List(Resources.Pods, budget.Metadata.Namespace ?? "").Where(s =>
        {
            var labels = s.Header.Labels;
            return selector.Matches(key => labels[key]);
        }).Select(static s => s.Read<Pod>()),
    ];

    private static string Unmanaged(PodDisruptionBudget budget) =>
        $"Pods selected by this PodDisruptionBudget (selector: {SelectorText.Of(budget.Spec.Selector)}) were found "
        + "to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. "
        + "To account for these pods please set \".spec.minAvailable\" field of the PDB to an integer value.";
}
