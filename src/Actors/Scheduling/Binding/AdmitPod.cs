using System.Text.Json;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// A node's decision to take a pod, in the node's own turn: bindings to one node come one after the other, each seeing all before it. True when the pod is bound.
/// </summary>
internal sealed class AdmitPod(BindPod binding, PlacementLedger ledger, ObjectCommands commands, WriteOptions options) : IRemoteCommand<bool>
{
    public const string CommandName = "admit-pod";

    public string Name => CommandName;

    public ReadOnlyMemory<byte> Write() => JsonSerializer.SerializeToUtf8Bytes(
        new AdmissionQuestion(binding.Stored.Key.Namespace, binding.Stored.Key.Name, binding.Pod.Uid, binding.Stored.Revision), AdmissionJson.Default.AdmissionQuestion);

    public bool ReadAnswer(ReadOnlySpan<byte> answer) => JsonSerializer.Deserialize(answer, AdmissionJson.Default.Boolean);

    public async ValueTask<bool> ExecuteAsync(ActorTurn turn, CancellationToken cancellationToken)
    {
        var claims = PodVolumes.Of(binding.Stored.Read<Pod>(), turn.Snapshot()).Exclusive;
        if (claims.IsEmpty)
        {
            return await AdmitAsync(turn, cancellationToken);
        }

        if (!ledger.Claims.TryHold(claims))
        {
            return false;
        }

        try
        {
            // Somebody else may have got a claim meanwhile.
            return ExclusiveClaimFilter.Users(turn.Snapshot(), claims, binding.Stored.Key).IsEmpty && await AdmitAsync(turn, cancellationToken);
        }
        finally
        {
            ledger.Claims.Release(claims);
        }
    }

    private async ValueTask<bool> AdmitAsync(ActorTurn turn, CancellationToken cancellationToken)
    {
        await ledger.WaitForAsync(turn.Snapshot().Revision);
        if (binding.Node.Facts is not { } facts || !NodeFilters.Admits(facts, binding.Node.Load, binding.Pod))
        {
            return false;
        }

        var target = new Api.Core.Binding { Target = new ObjectReference { Kind = "Node", Name = facts.Name } };
        var update = new ObjectUpdate(commands.Kinds.Stored(Resources.Pods), binding.Stored.Key, current => PodBinding.Apply(Same((Pod)current), target, commands.Time.GetUtcNow()))
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
            // Gone, on its way out, or bound by somebody else.
            return false;
        }
    }

    private Pod Same(Pod pod) => pod.Metadata.Uid == binding.Pod.Uid ? pod : throw ApiErrors.NotFound(Resources.Pods, "", binding.Pod.Key.Name);
}
