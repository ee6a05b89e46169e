using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Policy.PodDisruptionBudgets;

/// <summary>A controller that wants another number of pods changes what the budgets of its namespace are to keep.</summary>
internal sealed class BudgetWakeRule(string resource) : IWakeRule
{
    public string? Resource { get; } = resource;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Object.Header.Generation == change.Previous?.Header.Generation && change.Type == ObjectEventType.Modified)
        {
            return;
        }

        foreach (var budget in snapshot.List(Resources.PodDisruptionBudgets, change.Object.Key.Namespace))
        {
            wake.Add(budget.Key);
        }
    }
}
