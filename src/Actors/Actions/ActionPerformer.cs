using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Actions;

/// <summary>Performs what reconcilers decide, through the same commands that clients' writes go through. Thread-safe.</summary>
public sealed class ActionPerformer(ObjectCommands commands, IEventRecorder events, WriteOptions options) : IActionPerformer
{
    public async ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case CreateObject create:
                await CreateAsync(create, cancellationToken).ConfigureAwait(false);
                return ActionOutcome.Done;
            case ReplaceObject replace:
                return await ReplaceAsync(replace.Basis, replace.Next, UpdateScope.Main, cancellationToken).ConfigureAwait(false);
            case ReplaceStatus replace:
                return await ReplaceAsync(replace.Basis, replace.Next, UpdateScope.Status, cancellationToken).ConfigureAwait(false);
            case DeleteObject delete:
                await DeleteAsync(delete, cancellationToken).ConfigureAwait(false);
                return ActionOutcome.Done;
            case EmitEvent emit:
                events.Record(emit.Regarding, emit.Type, emit.Reason, emit.Message, emit.Source);
                return ActionOutcome.Done;
            case InBursts bursts:
                return await BurstAsync(turn, bursts, cancellationToken).ConfigureAwait(false);
            default:
                throw new NotSupportedException($"Nobody performs {action.GetType().Name}.");
        }
    }

    private async ValueTask CreateAsync(CreateObject create, CancellationToken cancellationToken)
    {
        var value = create.Object;
        var kind = commands.Kinds.FindByName(value.ApiVersion ?? "", value.Kind ?? "") ?? throw new NotSupportedException($"Nobody serves {value.ApiVersion} {value.Kind}.");
        try
        {
            await commands.CreateAsync(kind, value, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Code == 409 && IsSame(new ObjectKey(kind.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name ?? ""), value))
        {
            // The same decision was already carried out: by this host before its view knew, or by another one.
        }
    }

    private bool IsSame(ObjectKey key, IApiObject value) =>
        commands.View.Snapshot().Get(key)?.Header.Controller is { } controller && value.Metadata.OwnerReferences?.Any(o => o.Controller == true && o.Uid == controller.Uid) == true;

    private async ValueTask<ActionOutcome> ReplaceAsync(StoredObject basis, IApiObject next, UpdateScope scope, CancellationToken cancellationToken)
    {
        var versioned = next.With(next.Metadata with { ResourceVersion = Revisions.Text(basis.Revision) });
        var subresource = scope == UpdateScope.Status ? "status" : "";
        try
        {
            await commands.UpdateAsync(new ObjectUpdate(commands.Kinds.Stored(basis.Key.Resource), basis.Key, _ => versioned) { Scope = scope }, options with { Subresource = subresource }, cancellationToken)
                .ConfigureAwait(false);
            return ActionOutcome.Done;
        }
        catch (ApiException e) when (e.Code == 404 || e.Status.Reason == StatusReason.Conflict)
        {
            return ActionOutcome.Stale;
        }
    }

    private async ValueTask DeleteAsync(DeleteObject delete, CancellationToken cancellationToken)
    {
        var precise = delete.Options with { Preconditions = (delete.Options.Preconditions ?? new Preconditions()) with { Uid = delete.Uid } };
        try
        {
            await commands.DeleteAsync(commands.Kinds.Stored(delete.Key.Resource), delete.Key, precise, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Code is 404 or 409)
        {
            // Gone, or another object under its name.
        }
    }

    private async ValueTask<ActionOutcome> BurstAsync(ActorTurn turn, InBursts bursts, CancellationToken cancellationToken)
    {
        var done = 0;
        for (var burst = 1; done < bursts.Actions.Length; burst = Math.Min(burst * 2, InBursts.MaxBurst))
        {
            var batch = bursts.Actions.AsSpan(done, Math.Min(burst, bursts.Actions.Length - done)).ToArray();
            var results = await Task.WhenAll(batch.Select(a => TryAsync(turn, a, cancellationToken))).ConfigureAwait(false);
            if (Array.Find(results, r => r.Refusal is not null).Refusal is { } refusal)
            {
                var performed = done + results.Count(r => r.Refusal is null);
                foreach (var next in bursts.OnRefused(refusal, performed))
                {
                    await PerformAsync(turn, next, cancellationToken).ConfigureAwait(false);
                }

                throw refusal;
            }

            if (results.Any(r => r.Outcome == ActionOutcome.Stale))
            {
                return ActionOutcome.Stale;
            }

            done += batch.Length;
        }

        return ActionOutcome.Done;
    }

    private async Task<(ActionOutcome Outcome, ApiException? Refusal)> TryAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        try
        {
            return (await PerformAsync(turn, action, cancellationToken).ConfigureAwait(false), null);
        }
        catch (ApiException e)
        {
            return (ActionOutcome.Done, e);
        }
    }
}
