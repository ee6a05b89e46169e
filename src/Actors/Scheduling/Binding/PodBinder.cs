using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
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
/// booking is undone and the pod chooses again. Pods of one rule of domains come one after the other, each choosing when it is its turn: what it chose before, on the same state as all others of its
/// rule, would be refused more often than not.
/// </summary>
internal sealed class PodBinder(PlacementLedger ledger, NodeArbiter arbiter, IEventRecorder events, Func<IRegion> region, bool isAlone) : IActionHandler
{
    public bool Handles(ReconcileAction action) => action is BindPod;

    public ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        var binding = (BindPod)action;
        return GateNames.OfOwnRule(binding.Pod) is { } rule
            ? region().AskAsync(GateEntry.KeyOf("queue-" + rule), (next, token) => ChooseAgainAsync(binding, next, token), cancellationToken)
            : AskAsync(binding, cancellationToken);
    }

    private async ValueTask<ActionOutcome> ChooseAgainAsync(BindPod binding, ActorTurn turn, CancellationToken cancellationToken)
    {
        var view = turn.Snapshot();
        await ledger.WaitForAsync(view.Revision);
        if (view.Get(binding.Stored.Key)?.Revision != binding.Stored.Revision)
        {
            return ActionOutcome.Stale;
        }

        var pod = binding.Stored.Read<Pod>();
        var request = PodRequest.Of(binding.Stored, pod, ledger, view) with { Volumes = PodVolumes.Of(pod, view) };

        // Claims that are to get volumes on the node got them on the one that was chosen first.
        return !request.Volumes.Delayed.IsEmpty ? await AskAsync(binding, cancellationToken)
            : Placement.Choose(request).Node is { } node ? await AskAsync(new BindPod(binding.Stored, request.Self, node.Slot, node.Load), cancellationToken)
            : ActionOutcome.Stale;
    }

    private async ValueTask<ActionOutcome> AskAsync(BindPod binding, CancellationToken cancellationToken)
    {
        if (!binding.Node.TryReplace(binding.Basis, binding.Basis.With(binding.Pod)))
        {
            return ActionOutcome.Stale;
        }

        var bound = false;
        try
        {
            var node = new ObjectKey(Resources.Nodes, "", binding.Node.Name);
            bound = await region().AskAsync(node, new AdmitPod(binding, arbiter), cancellationToken);
        }
        finally
        {
            if (!bound)
            {
                Bookings.Undo(ledger, region(), binding.Node, binding.Pod);
            }
        }

        if (!bound)
        {
            // Who decided may be ahead of this host.
            if (!isAlone)
            {
                ledger.HeldOff[binding.Stored.Key] = true;
            }

            return ActionOutcome.Stale;
        }

        var (key, pod) = (binding.Stored.Key, binding.Stored.Read<Pod>());
        var scheduled = EmitEvent.Normal(pod, (PlacementProfile.Of(pod) ?? PlacementProfile.Default).Name, "Scheduled", $"Successfully assigned {key.Namespace}/{key.Name} to {binding.Node.Name}");
        events.Record(scheduled.Regarding, scheduled.Type, scheduled.Reason, scheduled.Message, scheduled.Source);
        return ActionOutcome.Done;
    }
}
