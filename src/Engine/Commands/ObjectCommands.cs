using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Commands;

/// <summary>
/// Every write of an API object goes through here, whether a client, a reconciler or a node agent asks for it: defaults, admission,
/// validation, and one append that expects the version the decision was based on. A lost race is decided again on the newer state.
/// Follows the order of Kubernetes' generic registry. Thread-safe.
/// </summary>
public sealed partial class ObjectCommands(
    ObjectStore store,
    KindRegistry kinds,
    IReadOnlyList<IAdmission> admission,
    IFieldTracker fields,
    IObjectIdentity identity,
    TimeProvider time)
{
    private readonly ClaimBook _claims = new(store);

    public KindRegistry Kinds { get; } = kinds;

    public ObjectView View { get; } = store.View;

    public TimeProvider Time { get; } = time;

    /// <inheritdoc cref="ObjectStore.TryCatchUpAsync"/>
    public ValueTask<bool> TryCatchUpAsync(CancellationToken cancellationToken = default) => store.TryCatchUpAsync(Time, cancellationToken);

    /// <summary>
    /// Decides on the view, which suffices for what is appended: the journal arbitrates. What isn't appended, because it is refused or is so already, is decided again if the view lagged behind.
    /// </summary>
    private async ValueTask<T> DecideAsync<T>(Func<ValueTask<T>> decide, Func<T, bool> isAppended, WriteOptions options, CancellationToken cancellationToken)
    {
        var seen = View.Revision;
        try
        {
            var result = await decide();
            if (isAppended(result) || !options.OnLatest || !await HasMovedOnAsync(seen, cancellationToken))
            {
                return result;
            }
        }
        catch (ApiException) when (options.OnLatest)
        {
            if (!await HasMovedOnAsync(seen, cancellationToken))
            {
                throw;
            }
        }

        return await decide();
    }

    private async ValueTask<bool> HasMovedOnAsync(long seen, CancellationToken cancellationToken) =>
        await TryCatchUpAsync(cancellationToken) && View.Revision > seen;

    private AdmissionRequest Request(AdmissionOperation operation, Kind kind, ObjectKey key, IApiObject? previous, WriteOptions options, ViewSnapshot snapshot) =>
        new(operation, kind, key, options.Subresource, previous, options.User, options.DryRun, snapshot, Time.GetUtcNow());

    private IApiObject Admit(AdmissionRequest request, IApiObject value)
    {
        foreach (var rule in admission)
        {
            value = rule.Mutate(request, value);
        }

        return value;
    }

    private IApiObject Complete(AdmissionRequest request, IApiObject value)
    {
        foreach (var rule in admission)
        {
            value = rule.Complete(request, value);
        }

        return value;
    }

    private void Check(AdmissionRequest request, IApiObject value)
    {
        foreach (var rule in admission)
        {
            rule.Validate(request, value);
        }
    }

    /// <summary>What the kind and the rules have to say about an accepted write.</summary>
    private IReadOnlyList<string> Warnings(AdmissionRequest request, IApiObject value, IReadOnlyList<string> ofKind)
    {
        List<string>? all = null;
        foreach (var rule in admission)
        {
            foreach (var text in rule.Warnings(request, value))
            {
                (all ??= [.. ofKind]).Add(text);
            }
        }

        return all ?? ofKind;
    }

    /// <summary>The object with its managedFields brought up to date.</summary>
    private IApiObject Tracked(Kind kind, IApiObject? previous, IApiObject next, WriteOptions options, DateTimeOffset now) => options switch
    {
        { BringsManagedFields: true } => next,
        { FieldManager: { } manager } => Tracked(options.Shown(kind), previous, next, manager, options.Subresource, now),
        _ => next.With(next.Metadata with { ManagedFields = previous?.Metadata.ManagedFields }),
    };

    /// <summary>Owners are recorded in the version that the client wrote.</summary>
    private IApiObject Tracked(Kind shown, IApiObject? previous, IApiObject next, string manager, string subresource, DateTimeOffset now)
    {
        var tracked = fields.Track(shown, previous is null ? null : shown.FromStored(previous), shown.FromStored(next), manager, subresource, now);
        return next.With(next.Metadata with { ManagedFields = tracked.Metadata.ManagedFields });
    }

    /// <summary>Appends, with what the object has to itself taken before and given back afterwards; null when somebody else was faster.</summary>
    /// <param name="request">What was decided on.</param>
    private async ValueTask<StoredObject?> AppendAsync(AdmissionRequest request, IApiObject value, ObjectState state, ChangeKind change, string cause, CancellationToken cancellationToken)
    {
        var (kind, view) = (request.Kind, request.View);
        IReadOnlyList<string> before = request.Previous is { } previous ? kind.Claims(previous) : [];
        IReadOnlyList<string> after = change == ChangeKind.Put ? kind.Claims(value) : [];
        if (before.Count + after.Count == 0)
        {
            return await AppendAsync(request.Key, view.VersionOf(request.Key), state, change, cause, cancellationToken);
        }

        if (await _claims.TryTakeAsync(kind, request.Key, after.Except(before), view, request.Now, cancellationToken) is not { } taken)
        {
            return null;
        }

        var stored = await AppendAsync(request.Key, view.VersionOf(request.Key), state, change, cause, cancellationToken);
        if (stored is null)
        {
            await _claims.GiveBackUnusedAsync(kind, request.Key, taken, View.Snapshot());
        }
        else
        {
            await _claims.GiveBackAsync(ClaimBook.Seen(before.Except(after), view));
        }

        return stored;
    }

    private async ValueTask<StoredObject?> AppendAsync(ObjectKey key, long expectedVersion, ObjectState state, ChangeKind change, string cause, CancellationToken cancellationToken)
    {
        var result = await store.AppendAsync(new JournalAppend(key, expectedVersion, state, cause, change), cancellationToken);
        return result.Committed ? new StoredObject(key, result.Version, result.Revision, state) : null;
    }

    /// <summary>The object as it goes into the journal.</summary>
    private static ObjectState Written(Kind kind, IApiObject value) => ObjectState.Parse(kind.WriteStored(value.With(value.Metadata with { ResourceVersion = "" })));

    /// <summary>The object as it would come out of the journal.</summary>
    private static IApiObject Settled(Kind kind, IApiObject value) => kind.Read(kind.WriteStored(value).Span);

    private static void ThrowIfInvalid(Kind kind, IApiObject value, FieldErrors errors)
    {
        if (errors.Any)
        {
            throw ApiErrors.Invalid(kind.Name, kind.Group, value.Metadata.Name ?? "", errors.All);
        }
    }

    private static ObjectKey KeyOf(Kind kind, IApiObject value) => new(kind.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name ?? "");

    private static IApiObject WithRevision(IApiObject value, StoredObject stored) =>
        value.With(value.Metadata with { ResourceVersion = Revisions.Text(stored.Revision) });
}
