using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>The result of an apply.</summary>
/// <param name="Object">The merged object, without managedFields. It may hold nulls where fields went away.</param>
/// <param name="Managed">Its new owners.</param>
/// <param name="Changed">False if the apply changed nothing in the object.</param>
public sealed record ApplyResult(JsonObject Object, ManagedFields Managed, bool Changed);

/// <summary>
/// Server-side apply for one resource: merges configurations and keeps track of who owns which field, as the API server of
/// Kubernetes does with structured-merge-diff. Pure and thread-safe; no argument is changed.
/// Entries of other versions of the API are taken to be of the same schema.
/// </summary>
/// <seealso href="https://kubernetes.io/docs/reference/using-api/server-side-apply/"/>
public sealed class FieldManager(FieldManagerOptions options)
{
    private const string BeforeFirstApply = "before-first-apply";

    /// <summary>The owners after a create, an update or a patch that isn't an apply.</summary>
    /// <param name="live">The object before; <see cref="FieldManagerOptions.Empty"/> if it is created.</param>
    /// <param name="updated">The object after. Its managedFields count as the client's wish, as far as clients may have one.</param>
    /// <param name="manager">Name of the writer.</param>
    /// <param name="now">Time of the write.</param>
    /// <returns>Empty if the object isn't tracked, or if it doesn't fit its schema.</returns>
    public ManagedFields Update(JsonObject live, JsonObject updated, string manager, DateTimeOffset now)
    {
        var managed = RequestedOwners.Of(live, updated, ignoreRequest: options.Subresource.Length > 0);
        if (managed.IsEmpty && (live["metadata"] as JsonObject)?["uid"] is not null)
        {
            return ManagedFields.Empty;
        }

        try
        {
            return Track(live, updated, managed, manager, now);
        }
        catch (ApplyException)
        {
            // Ownership is bookkeeping: an object that can't be compared is stored all the same, without owners.
            return ManagedFields.Empty;
        }
    }

    /// <summary>Applies a configuration.</summary>
    /// <param name="live">The object before, with its managedFields; <see cref="FieldManagerOptions.Empty"/> if there is none.</param>
    /// <param name="config">All that the manager wants of the object. What it wanted before and no longer wants goes away, unless others own it.</param>
    /// <param name="manager">Name of the writer.</param>
    /// <param name="force">Take fields from other managers instead of failing.</param>
    /// <param name="now">Time of the write.</param>
    /// <exception cref="ApplyConflictException">Others own fields that would change, and <paramref name="force"/> isn't set.</exception>
    /// <exception cref="ApplyException">The configuration is for another type, or doesn't fit the schema.</exception>
    public ApplyResult Apply(JsonObject live, JsonObject config, string manager, bool force, DateTimeOffset now)
    {
        new AppliedConfig(options, config).Check();
        ManagedFields managed;
        try
        {
            managed = ManagedFields.Of(live);
        }
        catch (FormatException e)
        {
            throw new ApplyException(ApplyError.Untyped, $"failed to decode managed fields: {e.Message}");
        }

        if (managed.IsEmpty)
        {
            managed = Track(options.Empty, live, managed, BeforeFirstApply, now);
        }

        var result = new ApplyRun(options, live, config, managed).Run(manager, force, now);
        LastApplied.Refresh(result.Object, config, manager);
        return result;
    }

    private ManagedFields Track(JsonObject live, JsonObject updated, ManagedFields managed, string manager, DateTimeOffset now)
    {
        var change = ObjectComparer.Compare(live, updated, options.Type).Without(options.Reset);
        var entries = Ownership.Remaining(managed.Entries, change).ToDictionary(e => e.Id);
        var taken = Ownership.Strip(change.Changed);
        if (!taken.IsEmpty)
        {
            var name = manager.Length == 0 ? "unknown" : manager;
            var entry = new ManagedFieldsEntry(name, ManagedFieldsOperation.Update, options.ApiVersion, taken, now, options.Subresource);
            entries[entry.Id] = entries.TryGetValue(entry.Id, out var before) ? entry with { Fields = taken.Union(before.Fields) } : entry;
        }

        return ManagedFields.Create(OwnerLimit.Cap(entries.Values));
    }
}
