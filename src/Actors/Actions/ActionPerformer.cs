using System.Collections.Immutable;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Actions;

/// <summary>Performs what reconcilers decide, through the same commands that clients' writes go through. Thread-safe.</summary>
public sealed class ActionPerformer : IActionPerformer
{
    private readonly ObjectCommands _commands;
    private readonly IEventRecorder _events;
    private readonly WriteOptions _options;
    private readonly IReadOnlyList<IActionHandler> _handlers;
    private readonly BurstRunner _bursts;

    /// <param name="commands">Where writes go.</param>
    /// <param name="events">Where Events go.</param>
    /// <param name="options">In whose name writes are made.</param>
    /// <param name="handlers">Who performs the actions that are not everybody's.</param>
    public ActionPerformer(ObjectCommands commands, IEventRecorder events, WriteOptions options, IReadOnlyList<IActionHandler> handlers)
    {
        (_commands, _events, _options, _handlers) = (commands, events, options, handlers);
        _bursts = new BurstRunner(PerformAsync);
    }

    public async ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case CreateObject create:
                return await CreateAsync(create, cancellationToken);
            case ReplaceObject replace:
                return await ReplaceAsync(replace.Basis, replace.Next, UpdateScope.Main, "", cancellationToken);
            case ReplaceStatus replace:
                return await ReplaceAsync(replace.Basis, replace.Next, UpdateScope.Status, "status", cancellationToken);
            case ReplacePart replace:
                return await ReplaceAsync(replace.Basis, replace.Next, UpdateScope.Custom, replace.Subresource, cancellationToken);
            case DeleteObject delete:
                return await DeleteAsync(delete, cancellationToken);
            case EmitEvent emit:
                Emit(emit);
                return ActionOutcome.Done;
            case InBursts bursts:
                return await _bursts.RunAsync(turn, bursts, cancellationToken);
            case Attempt attempt:
                return await AttemptAsync(turn, attempt, cancellationToken);
            default:
                var handler = _handlers.FirstOrDefault(h => h.Handles(action)) ?? throw new NotSupportedException($"Nobody performs {action.GetType().Name}.");
                return await handler.PerformAsync(turn, action, cancellationToken);
        }
    }

    private async ValueTask<ActionOutcome> AttemptAsync(ActorTurn turn, Attempt attempt, CancellationToken cancellationToken)
    {
        ImmutableArray<ReconcileAction> next;
        try
        {
            if (await PerformAsync(turn, attempt.Action, cancellationToken) == ActionOutcome.Stale)
            {
                return ActionOutcome.Stale;
            }

            next = attempt.Then;
        }
        catch (ApiException e)
        {
            next = attempt.Else(e);
        }

        foreach (var action in next)
        {
            if (await PerformAsync(turn, action, cancellationToken) == ActionOutcome.Stale)
            {
                return ActionOutcome.Stale;
            }
        }

        return ActionOutcome.Done;
    }

    private void Emit(EmitEvent? emit)
    {
        if (emit is not null)
        {
            _events.Record(emit.Regarding, emit.Type, emit.Reason, emit.Message, emit.Source);
        }
    }

    private async ValueTask<ActionOutcome> CreateAsync(CreateObject create, CancellationToken cancellationToken)
    {
        var value = create.Object;
        var kind = _commands.Kinds.FindByName(value.ApiVersion ?? "", value.Kind ?? "") ?? throw new NotSupportedException($"Nobody serves {value.ApiVersion} {value.Kind}.");
        try
        {
            var created = await _commands.CreateAsync(kind, value, _options, cancellationToken);
            Emit(create.Announce?.Invoke(created.Object));
        }
        catch (ApiException e) when (e.Code == 409 && IsSame(new ObjectKey(kind.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name ?? ""), value))
        {
            // The same decision was already carried out: by this host before its view knew, or by another one.
        }
        catch (ApiException e) when (Refusals.IsNamespaceGoing(e))
        {
            // Whoever wanted it goes as well.
        }

        return ActionOutcome.Done;
    }

    private bool IsSame(ObjectKey key, IApiObject value) =>
        _commands.View.Snapshot().Get(key)?.Header.Controller is { } controller && value.Metadata.OwnerReferences?.Any(o => o.Controller == true && o.Uid == controller.Uid) == true;

    private async ValueTask<ActionOutcome> ReplaceAsync(StoredObject basis, IApiObject next, UpdateScope scope, string subresource, CancellationToken cancellationToken)
    {
        var versioned = next.With(next.Metadata with { ResourceVersion = Revisions.Text(basis.Revision) });
        var update = new ObjectUpdate(_commands.Kinds.Stored(basis.Key.Resource), basis.Key, _ => versioned) { Scope = scope };
        try
        {
            await _commands.UpdateAsync(update, _options with { Subresource = subresource }, cancellationToken);
            return ActionOutcome.Done;
        }
        catch (ApiException e) when (e.Code == 404 || e.Status.Reason == StatusReason.Conflict)
        {
            return ActionOutcome.Stale;
        }
    }

    private async ValueTask<ActionOutcome> DeleteAsync(DeleteObject delete, CancellationToken cancellationToken)
    {
        var precise = delete.Options with { Preconditions = (delete.Options.Preconditions ?? new Preconditions()) with { Uid = delete.Uid } };
        try
        {
            await _commands.DeleteAsync(_commands.Kinds.Stored(delete.Key.Resource), delete.Key, precise, _options, cancellationToken);
            Emit(delete.Announce);
        }
        catch (ApiException e) when (e.Code is 404 or 409)
        {
            // Gone, or another object under its name, or changed: then its change is a reason to look again.
        }

        return ActionOutcome.Done;
    }
}
