using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// Performs <see cref="BindPod"/>: books the pod on the node in the ledger, so that those who choose meanwhile count it, and asks the node. If the node refuses, the
/// booking is undone and the pod chooses again.
/// </summary>
internal sealed class PodBinder(PlacementLedger ledger, ObjectCommands commands, IEventRecorder events, WriteOptions options, Func<IRegion> region) : IActionHandler
{
    public bool Handles(ReconcileAction action) => action is BindPod;

    public async ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        var binding = (BindPod)action;
        if (!binding.Node.TryReplace(binding.Basis, binding.Basis.With(binding.Pod)))
        {
            return ActionOutcome.Stale;
        }

        var bound = false;
        try
        {
            var node = new ObjectKey(Resources.Nodes, "", binding.Node.Name);
            bound = await region().AskAsync(node, new AdmitPod(binding, ledger, commands, options), cancellationToken);
        }
        finally
        {
            if (!bound)
            {
                binding.Node.Change(load => ReferenceEquals(load.Find(binding.Pod.Key), binding.Pod) ? load.Without(binding.Pod) : load);
            }
        }

        if (!bound)
        {
            return ActionOutcome.Stale;
        }

        var key = binding.Stored.Key;
        var scheduled = EmitEvent.Normal(binding.Stored.Read<Pod>(), PlacementReconciler.Source, "Scheduled", $"Successfully assigned {key.Namespace}/{key.Name} to {binding.Node.Name}");
        events.Record(scheduled.Regarding, scheduled.Type, scheduled.Reason, scheduled.Message, scheduled.Source);
        return ActionOutcome.Done;
    }
}
