using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;

namespace ActorKube.Actors.Actions;

/// <summary>Performs <see cref="InBursts"/>.</summary>
internal sealed class BurstRunner(Func<ActorTurn, ReconcileAction, CancellationToken, ValueTask<ActionOutcome>> perform)
{
    public async ValueTask<ActionOutcome> RunAsync(ActorTurn turn, InBursts bursts, CancellationToken cancellationToken)
    {
        var done = 0;
        for (var burst = bursts.First; done < bursts.Actions.Length; burst = Math.Min(burst * 2, InBursts.MaxBurst))
        {
            var batch = bursts.Actions.AsSpan(done, Math.Min(burst, bursts.Actions.Length - done)).ToArray();
            var results = await Task.WhenAll(batch.Select(a => TryAsync(turn, a, cancellationToken)));
            if (Array.Find(results, static r => r.Refusal is not null).Refusal is { } refusal)
            {
                await RefusedAsync(turn, bursts, refusal, done + results.Count(static r => r.Refusal is null), cancellationToken);
                throw refusal;
            }

            if (results.Any(static r => r.Outcome == ActionOutcome.Stale))
            {
                return ActionOutcome.Stale;
            }

            done += batch.Length;
        }

        return ActionOutcome.Done;
    }

    private async ValueTask RefusedAsync(ActorTurn turn, InBursts bursts, ApiException refusal, int performed, CancellationToken cancellationToken)
    {
        foreach (var next in bursts.OnRefused(refusal, performed))
        {
            // As in a decision, what follows may rest on what could not be written.
            if (await perform(turn, next, cancellationToken) == ActionOutcome.Stale)
            {
                return;
            }
        }
    }

    private async Task<(ActionOutcome Outcome, ApiException? Refusal)> TryAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        try
        {
            return (await perform(turn, action, cancellationToken), null);
        }
        catch (ApiException e)
        {
            return (ActionOutcome.Done, e);
        }
    }
}
