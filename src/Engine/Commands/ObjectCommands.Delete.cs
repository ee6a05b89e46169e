using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Commands;

public sealed partial class ObjectCommands
{
    /// <summary>Deletes an object, or marks it for deletion while grace or finalizers hold it.</summary>
    /// <exception cref="ApiException">NotFound, Conflict with the preconditions, or what admission says.</exception>
    public ValueTask<DeleteResult> DeleteAsync(Kind kind, ObjectKey key, DeleteOptions deletion, WriteOptions options, CancellationToken cancellationToken = default) =>
        DecideAsync(() => TryDeleteAsync(kind, key, deletion, options, cancellationToken), static r => r.IsAppended, options, cancellationToken);

    private async ValueTask<DeleteResult> TryDeleteAsync(Kind kind, ObjectKey key, DeleteOptions deletion, WriteOptions options, CancellationToken cancellationToken)
    {
        while (true)
        {
            var snapshot = View.Snapshot();
            var current = snapshot.Get(key) ?? throw ApiErrors.NotFound(options.Shown(kind).Plural, options.Shown(kind).Group, key.Name);
            var previous = current.Read(kind);
            CheckPreconditions(kind, previous, current, deletion);
            var request = Request(AdmissionOperation.Delete, kind, key, previous, options, snapshot);
            Check(request, previous);

            var next = Deletion.Mark(kind, previous, deletion, Time.GetUtcNow());
            if (next is not null && ReferenceEquals(next, previous))
            {
                return new DeleteResult(previous, current, false);
            }

            var state = next ?? Deletion.Last(kind, previous, Time.GetUtcNow());
            if (options.DryRun)
            {
                return new DeleteResult(state, null, next is null);
            }

            var change = next is null ? ChangeKind.Delete : ChangeKind.Put;
            if (await AppendAsync(request, state, Written(kind, state), change, options.Cause, cancellationToken) is { } stored)
            {
                return new DeleteResult(WithRevision(state, stored), stored, next is null) { IsAppended = true };
            }
        }
    }

    private static void CheckPreconditions(Kind kind, IApiObject value, StoredObject current, DeleteOptions deletion)
    {
        if (deletion.Preconditions?.Uid is { } uid && uid != value.Metadata.Uid)
        {
            throw ApiErrors.Conflict(kind.Name, kind.Group, current.Key.Name,
                $"the UID in the precondition ({uid}) does not match the UID in record ({value.Metadata.Uid}). The object might have been deleted and then recreated");
        }

        if (deletion.Preconditions?.ResourceVersion is { } revision && revision != Revisions.Text(current.Revision))
        {
            throw ApiErrors.Conflict(kind.Name, kind.Group, current.Key.Name,
                $"the ResourceVersion in the precondition ({revision}) does not match the ResourceVersion in record ({current.Revision}). The object might have been modified");
        }
    }
}
