using System.Collections.Concurrent;
using ActorKube.Actors.Actions;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Aggregation;

/// <summary>Asks the server behind a registered API whether it is there; the actor then decides again.</summary>
internal sealed record CheckApi(StoredObject Basis, CheckBasis Of) : ReconcileAction;

/// <summary>Asks, and remembers the answers. In memory alone: after a restart each server is asked once more. Thread-safe.</summary>
/// <param name="servers">Null where none can be reached, as in simulations.</param>
internal sealed class ApiServiceChecks(IExtensionServers? servers, TimeProvider time) : IActionHandler
{
    /// <summary>So many are asked at once, as in Kubernetes: one of several endpoints that answers is enough.</summary>
    private const int Attempts = 5;

    private static readonly UserInfo Checker = new() { Username = "system:kube-aggregator", Groups = ["system:masters"] };

    private readonly ConcurrentDictionary<ObjectKey, ApiServiceCheck> _checks = new();

    public ApiServiceCheck? Of(ObjectKey key) => _checks.GetValueOrDefault(key);

    public void Forget(ObjectKey key) => _checks.TryRemove(key, out _);

    public bool Handles(ReconcileAction action) => action is CheckApi;

    public async ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        var (stored, basis) = (CheckApi)action;
        var error = await AskAsync(stored.Read<APIService>(), cancellationToken);
        _checks[stored.Key] = ApiServiceCheck.Of(basis, error, Of(stored.Key), time.GetUtcNow());

        // What was decided without the answer is void.
        return ActionOutcome.Stale;
    }

    /// <returns>What the last of them failed of; null as soon as one has answered well.</returns>
    private async Task<string?> AskAsync(APIService api, CancellationToken cancellationToken)
    {
        if (servers is null)
        {
            return "no server can be reached from here";
        }

        string? error = null;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var attempts = Enumerable.Range(0, Attempts).Select(_ => AttemptAsync(servers, api, enough.Token)).ToList();
        await foreach (var attempt in Task.WhenEach(attempts))
        {
            if ((error = await attempt) is null)
            {
                break;
            }
        }

        await enough.CancelAsync();
        await Task.WhenAll(attempts);
        cancellationToken.ThrowIfCancellationRequested();
        return error;
    }

    private static async Task<string?> AttemptAsync(IExtensionServers servers, APIService api, CancellationToken cancellationToken)
    {
        var path = $"/apis/{api.Spec.Group}/{api.Spec.Version}";
        try
        {
            var answer = await servers.GetAsync(api, path, Checker, cancellationToken);
            return answer.IsSuccess ? null : $"bad status from {path}: {answer.Code}";
        }
        catch (ExtensionServerException e)
        {
            return $"failing or missing response from {path}: {e.Message}";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return "another one has answered";
        }
    }
}
