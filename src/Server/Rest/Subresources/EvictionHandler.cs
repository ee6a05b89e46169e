using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Policy;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>POST to <c>pods/NAME/eviction</c>: a deletion that the pod's disruption budget may refuse.</summary>
public sealed class EvictionHandler(ObjectCommands store, ObjectDecoder decoder) : ISubresourceHandler
{
    private const string Budgets = "poddisruptionbudgets.policy";

    private static readonly Kind<Eviction> EvictionKind = new() { Group = "policy", Version = "v1", Name = "Eviction", Plural = "evictions" };

    public async Task HandleAsync(ApiRequest request)
    {
        var dryRun = WriteParameters.Check(request, "CreateOptions");
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var eviction = (Eviction)decoder.Decode(EvictionKind, body, request.Http.Request.ContentType ?? "", FieldValidation.Ignore).Value;
        PodEviction.Validate(eviction, request.Path.Name);
        var deletion = eviction.DeleteOptions ?? new DeleteOptions();
        var options = request.WriteOptions(dryRun || deletion.DryRun is { Count: > 0 }) with { FieldManager = null };
        while (!await TryEvictAsync(request, deletion, options).ConfigureAwait(false))
        {
            // The pod or its budget changed since: decide again.
        }

        await ResponseWriter.WriteAsync(request.Http, Statuses.Success(201), request.Format).ConfigureAwait(false);
    }

    /// <summary>One attempt; false when the decision was overtaken.</summary>
    private async Task<bool> TryEvictAsync(ApiRequest request, DeleteOptions deletion, WriteOptions options)
    {
        var snapshot = store.View.Snapshot();
        var stored = snapshot.Get(request.Key) ?? throw ApiErrors.NotFound("pods", "", request.Path.Name);
        var pod = stored.Read<Pod>();
        var budgets = snapshot.List(Budgets, request.Path.Namespace).Select(b => b.Read<PodDisruptionBudget>());
        var decision = PodEviction.Decide(pod, budgets, store.Time.GetUtcNow());
        if (decision is EvictionDecision.Refuse refuse)
        {
            throw refuse.Error;
        }

        var delete = (EvictionDecision.Delete)decision;
        if (delete.Budget is { } budget && !await SpendAsync(budget, options, request.Aborted).ConfigureAwait(false))
        {
            return false;
        }

        var isLeaving = pod.Metadata.DeletionTimestamp is not null;
        if (!isLeaving)
        {
            var mark = new ObjectUpdate(request.Stored, request.Key, current => PodEviction.MarkEvicted((Pod)current, store.Time.GetUtcNow())) { Scope = UpdateScope.Status };
            await store.UpdateAsync(mark, options with { Subresource = "status" }, request.Aborted).ConfigureAwait(false);
        }

        var precise = deletion with { Preconditions = (deletion.Preconditions ?? new Preconditions()) with { Uid = deletion.Preconditions?.Uid ?? pod.Metadata.Uid } };
        await store.DeleteAsync(request.Stored, request.Key, precise, options, request.Aborted).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> SpendAsync(PodDisruptionBudget budget, WriteOptions options, CancellationToken cancellationToken)
    {
        var update = new ObjectUpdate(store.Kinds.Stored(Budgets), new(Budgets, budget.Metadata.Namespace!, budget.Metadata.Name!), _ => budget) { Scope = UpdateScope.Status };
        try
        {
            await store.UpdateAsync(update, options with { Subresource = "status" }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ApiException e) when (e.Status.Reason == StatusReason.Conflict)
        {
            return false;
        }
    }
}
