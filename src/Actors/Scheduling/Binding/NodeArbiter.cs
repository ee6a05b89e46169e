using System.Globalization;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// The nodes' word on bindings. What concerns one node is decided in the node's turn, and rules over many nodes in the turns of their gates besides: on this host one comes after the other, each
/// seeing all before it. Between hosts the entries of the gates do the same (<see cref="JournalGates"/>, decision 0009).
/// </summary>
/// <param name="gates">Null for a host that is alone.</param>
internal sealed class NodeArbiter(PlacementLedger ledger, ObjectCommands commands, WriteOptions options, Func<IRegion> region, JournalGates? gates)
{
    /// <summary>Binds the pod, or refuses it. Called in the node's turn.</summary>
    public async ValueTask<bool> DecideAsync(BindPod binding, ActorTurn turn, CancellationToken cancellationToken)
    {
        // First it is announced, then it is looked up who is concerned: of two pods that do so at the same time at least one sees the other.
        var request = await RequestAsync(binding, turn.Snapshot());
        string[] names;
        using (ledger.Admissions.Enter(new PendingPod(binding.Pod, binding.Node)))
        {
            names = [.. GateNames.OfRules(request)];
            if (names.Length == 0)
            {
                return (gates is null ? Judge(request, binding, []) == Judgement.Fits : await PassAsync(binding, request, [], cancellationToken))
                    && await BindAsync(binding, cancellationToken);
            }
        }

        return await InTurnAsync(binding, names, 0, turn, cancellationToken);
    }

    private ValueTask<bool> InTurnAsync(BindPod binding, string[] names, int index, ActorTurn turn, CancellationToken cancellationToken) => index == names.Length
        ? DecideAsync(binding, names, turn, cancellationToken)
        : region().AskAsync(GateEntry.KeyOf(names[index]), (next, token) => InTurnAsync(binding, names, index + 1, next, token), cancellationToken);

    private async ValueTask<bool> DecideAsync(BindPod binding, string[] names, ActorTurn turn, CancellationToken cancellationToken)
    {
        var request = await RequestAsync(binding, turn.Snapshot());
        if (gates is null && Judge(request, binding, [.. ledger.Admissions.Except(binding.Pod.Key)]) != Judgement.Fits)
        {
            return false;
        }

        using var announced = ledger.Admissions.Enter(new PendingPod(binding.Pod, binding.Node));
        return (gates is null || await PassAsync(binding, request, names, cancellationToken)) && await BindAsync(binding, cancellationToken);
    }

    private async ValueTask<PodRequest> RequestAsync(BindPod binding, ViewSnapshot view)
    {
        await ledger.WaitForAsync(view.Revision);
        var pod = binding.Stored.Read<Pod>();
        return PodRequest.Of(binding.Stored, pod, ledger, view) with { Volumes = PodVolumes.Of(pod, view) };
    }

    private async ValueTask<bool> PassAsync(BindPod binding, PodRequest request, string[] names, CancellationToken cancellationToken)
    {
        var reserved = JournalGates.Reserved(request.View, names, binding);
        var pending = reserved.Select(r => r.ToPending(request.View, ledger)).OfType<PendingPod>().Concat(ledger.Admissions.Except(binding.Pod.Key)).ToList();
        if (Judge(request, binding, pending) == Judgement.Fits)
        {
            return await gates!.TryPassAsync(request, names, binding, cancellationToken);
        }

        await gates!.FenceLeftBehindAsync(request.View, reserved, cancellationToken);
        return false;
    }

    /// <summary>The pod was booked on the node already, and is left out of the load that it is compared with.</summary>
    private static Judgement Judge(PodRequest request, BindPod binding, IReadOnlyList<PendingPod> pending)
    {
        if (binding.Node.Facts is not { } facts || request.Stored.Header.Uid != binding.Pod.Uid)
        {
            return Judgement.Refused;
        }

        var load = pending.Where(p => p.Node == binding.Node).Aggregate(binding.Node.Load.Without(binding.Pod), static (sum, p) => sum.With(p.Pod));
        var node = new Candidate(binding.Node, facts, load);
        return !NodeFilters.Check(NodeFilters.OfTheNode(request), node).Passes || IsClaimed(request, pending) ? Judgement.Refused : new NeighbourJudge(request, facts, pending).Judge();
    }

    private static bool IsClaimed(PodRequest request, IReadOnlyList<PendingPod> pending) => !request.Volumes.Exclusive.IsEmpty
        && (!ExclusiveClaimFilter.Users(request.View, request.Volumes.Exclusive, request.Stored.Key).IsEmpty
            || ExclusiveClaimFilter.Wanting(request.View, request.Volumes.Exclusive).Any(key => pending.Any(p => p.Pod.Key == key)));

    private async ValueTask<bool> BindAsync(BindPod binding, CancellationToken cancellationToken)
    {
        var target = new Api.Core.Binding { Target = new ObjectReference { Kind = "Node", Name = binding.Node.Name } };
        var update = new ObjectUpdate(
            commands.Kinds.Stored(binding.Stored.Key.Resource), binding.Stored.Key, current => PodBinding.Apply(Same((Pod)current, binding), target, commands.Time.GetUtcNow()))
        {
            Scope = UpdateScope.Custom,
        };
        try
        {
            await commands.UpdateAsync(update, options with { Subresource = "binding" }, cancellationToken);
            return true;
        }
        catch (ApiException e) when (e.Code is 404 or 409)
        {
            // Gone, on its way out, bound by somebody else, or not the same any more.
            return false;
        }
    }

    /// <summary>Just the state of the pod that was judged: so what became of a reservation can be told by the pod's revision.</summary>
    private static Pod Same(Pod pod, BindPod binding) =>
        pod.Metadata.Uid == binding.Pod.Uid && pod.Metadata.ResourceVersion == binding.Stored.Revision.ToString(CultureInfo.InvariantCulture)
            ? pod
            : throw ApiErrors.Conflict(binding.Stored.Key.Resource, "", binding.Pod.Key.Name, "the pod has changed since its node was chosen");
}
