using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Commands;

public sealed partial class ObjectCommands
{
    /// <summary>Changes an object, or makes it where the update allows that.</summary>
    /// <exception cref="ApiException">NotFound, Conflict, Invalid, what admission says, or what the change throws.</exception>
    public ValueTask<WriteResult> UpdateAsync(ObjectUpdate update, WriteOptions options, CancellationToken cancellationToken = default) =>
        DecideAsync(() => TryUpdateAsync(update, options, cancellationToken), static r => r.IsAppended, options, cancellationToken);

    private async ValueTask<WriteResult> TryUpdateAsync(ObjectUpdate update, WriteOptions options, CancellationToken cancellationToken)
    {
        while (true)
        {
            var snapshot = View.Snapshot();
            if (snapshot.Get(update.Key) is not { } current)
            {
                return update.CreateInstead is { } create
                    ? await TryCreateAsync(update.Kind, create(), options, cancellationToken)
                    : throw ApiErrors.NotFound(options.Shown(update.Kind).Plural, options.Shown(update.Kind).Group, update.Key.Name);
            }

            var previous = current.Read(update.Kind);
            var changed = update.Change(previous);
            if (ReferenceEquals(changed, previous))
            {
                return new WriteResult(previous, current, false, []);
            }

            var request = Request(AdmissionOperation.Update, update.Kind, update.Key, previous, options, snapshot);
            var (next, warnings) = Prepare(request, update, changed, previous, current, options);
            var state = Written(update.Kind, next);
            if (current.Says(state))
            {
                return new WriteResult(previous, current, false, warnings);
            }

            if (options.DryRun)
            {
                return new WriteResult(Settled(update.Kind, next), null, false, warnings);
            }

            if (IsFinished(update.Kind, next, previous))
            {
                // Watchers are shown what was deleted, the client what it wrote.
                if (await AppendAsync(request, previous, Written(update.Kind, previous), ChangeKind.Delete, options.Cause, cancellationToken) is not null)
                {
                    return new WriteResult(WithRevision(next, current), null, false, warnings) { IsAppended = true };
                }
            }
            else if (await AppendAsync(request, next, state, ChangeKind.Put, options.Cause, cancellationToken) is { } stored)
            {
                return new WriteResult(WithRevision(next, stored), stored, false, warnings) { IsAppended = true };
            }
        }
    }

    private (IApiObject Next, IReadOnlyList<string> Warnings) Prepare(
        AdmissionRequest request, ObjectUpdate update, IApiObject next, IApiObject previous, StoredObject current, WriteOptions options)
    {
        var kind = update.Kind;
        CheckVersion(options.Shown(kind), next, current);
        next = kind.Default(next.With(kind.ApiVersion, kind.Name).With(Preserved(next.Metadata, previous.Metadata)));
        next = Tracked(kind, update.Scope == UpdateScope.Main ? kind.TrackedFrom(next, previous) : previous, next, options, request.Now);
        if (update.Scope == UpdateScope.Status)
        {
            next = kind.PrepareForStatusUpdate(next, previous);
        }

        next = Admit(request, next);
        if (update.Scope == UpdateScope.Main)
        {
            next = kind.PrepareForUpdate(next, previous);
        }

        next = Complete(request, next);

        if (kind.HasGeneration && update.Scope != UpdateScope.Status && !kind.SameSpec(next, previous))
        {
            next = next.With(next.Metadata with { Generation = previous.Metadata.Generation + 1 });
        }

        var errors = new FieldErrors();
        var rules = options.Rules(kind);
        ObjectMetaValidation.ValidateUpdate(next.Metadata, previous.Metadata, rules, errors);
        switch (update.Scope)
        {
            case UpdateScope.Main:
                rules.ValidateUpdate(rules.FromStored(next), rules.FromStored(previous), errors);
                break;
            case UpdateScope.Status:
                kind.ValidateStatusUpdate(next, previous, errors);
                break;
            default:
                update.Validate?.Invoke(next, previous, errors);
                break;
        }

        ThrowIfInvalid(kind, next, errors);
        Check(request, next);
        return (next, Warnings(request, next, update.Scope == UpdateScope.Main ? kind.Warnings(next, previous) : []));
    }

    private static void CheckVersion(Kind kind, IApiObject next, StoredObject current)
    {
        var name = current.Key.Name;
        if (string.IsNullOrEmpty(next.Metadata.ResourceVersion))
        {
            if (!kind.UnconditionalUpdate)
            {
                var errors = new FieldErrors();
                errors.Add(new FieldError(CauseReason.Invalid, "metadata.resourceVersion", "Invalid value: 0x0: must be specified for an update"));
                throw ApiErrors.Invalid(kind.Plural, kind.Group, name, errors.All);
            }
        }
        else if (!Revisions.TryParse(next.Metadata.ResourceVersion, out var revision))
        {
            throw ApiErrors.Of(500, "", $"strconv.ParseUint: parsing \"{next.Metadata.ResourceVersion}\": invalid syntax");
        }
        else if (revision != 0 && revision != current.Revision)
        {
            throw ApiErrors.StaleVersion(kind.Plural, kind.Group, name);
        }
    }

    /// <summary>What an update leaves out or may not say.</summary>
    private static ObjectMeta Preserved(ObjectMeta next, ObjectMeta previous) => next with
    {
        Uid = next.Uid ?? previous.Uid,
        CreationTimestamp = next.CreationTimestamp ?? previous.CreationTimestamp,
        DeletionTimestamp = next.DeletionTimestamp ?? previous.DeletionTimestamp,
        DeletionGracePeriodSeconds = next.DeletionGracePeriodSeconds ?? previous.DeletionGracePeriodSeconds,
        Generation = previous.Generation,
        GenerateName = next.GenerateName ?? previous.GenerateName,
        SelfLink = null,
        ResourceVersion = previous.ResourceVersion,
    };

    /// <summary>The last hold on an object that is being deleted was taken away.</summary>
    private static bool IsFinished(Kind kind, IApiObject next, IApiObject previous) =>
        previous.Metadata.DeletionTimestamp is not null
        && next.Metadata is { Finalizers: null or { Count: 0 }, DeletionGracePeriodSeconds: null or 0 }
        && kind.IsReleased(next);
}
