using System.Text.Json;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>Has a node of this host answer an <see cref="AdmitPod"/> that comes from another one. The pod is booked here meanwhile, as it is there.</summary>
internal sealed class AdmissionReceiver(PlacementLedger ledger, ObjectView view, NodeArbiter arbiter, Func<IRegion> region) : ICommandReceiver
{
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(ObjectKey key, string name, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        if (name != AdmitPod.CommandName || JsonSerializer.Deserialize(command.Span, AdmissionJson.Default.AdmissionQuestion) is not { } question)
        {
            return null;
        }

        await view.WaitForAsync(question.Revision, cancellationToken);
        var bound = await AdmitAsync(key, question, cancellationToken);
        return JsonSerializer.SerializeToUtf8Bytes(bound, AdmissionJson.Default.Boolean);
    }

    private async ValueTask<bool> AdmitAsync(ObjectKey node, AdmissionQuestion question, CancellationToken cancellationToken)
    {
        var stored = view.Snapshot().Get(new ObjectKey(Resources.Pods, question.Namespace, question.Name));
        if (stored?.Header.Uid != question.Uid || !string.IsNullOrEmpty(stored.Read<Pod>().Spec.NodeName) || ledger.Find(node.Name) is not { } slot)
        {
            // A question may come late: who asked may have decided without this host.
            return false;
        }

        var pod = PlacedPod.Of(stored);
        var binding = new BindPod(stored, pod, slot, slot.Load);
        slot.Change(load => load.Find(pod.Key) is { IsBound: true } ? load : load.With(pod));
        var bound = false;
        try
        {
            bound = await region().AskAsync(node, new LocalOnly(new AdmitPod(binding, arbiter)), cancellationToken);
            return bound;
        }
        finally
        {
            if (!bound)
            {
                Bookings.Undo(ledger, region(), slot, pod);
            }
        }
    }

    /// <summary>While views differ this host may not be the owner either: then it decides all the same, instead of sending the question round.</summary>
    private sealed class LocalOnly(AdmitPod command) : IActorCommand<bool>
    {
        public ValueTask<bool> ExecuteAsync(ActorTurn turn, CancellationToken cancellationToken) => command.ExecuteAsync(turn, cancellationToken);
    }
}
