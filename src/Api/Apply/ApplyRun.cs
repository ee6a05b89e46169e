using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>
/// One apply: merge, prune what the manager no longer wants, find conflicts, hand over ownership.
/// </summary>
internal sealed class ApplyRun(FieldManagerOptions options, JsonObject live, JsonObject config, ManagedFields managed)
{
    public ApplyResult Run(string manager, bool force, DateTimeOffset now)
    {
        var wanted = ObjectFields.Of(config, options.Type).ExceptWithin(options.Reset);
        var own = new ManagedFieldsEntry(manager, ManagedFieldsOperation.Apply, options.ApiVersion, wanted, null, options.Subresource);
        var before = managed.Entries.FirstOrDefault(e => e.Id == own.Id);
        List<ManagedFieldsEntry> others = [.. managed.Entries.Where(e => e.Id != own.Id)];

        var merged = Prune(ObjectMerge.Merge(live, config, options.Type), before?.Fields, [.. others, own]);
        var change = ObjectComparer.Compare(live, merged, options.Type).Without(options.Reset);
        if (!force)
        {
            var conflicts = LastApplied.Allow(Ownership.Conflicts(others, change), live, manager, options);
            if (conflicts.Count > 0)
            {
                throw new ApplyConflictException(conflicts);
            }
        }

        var changed = !JsonNode.DeepEquals(live, merged);
        var result = changed ? merged : (JsonObject)live.DeepClone();
        ManagedFields.Empty.WriteTo(result);
        var entries = Ownership.Remaining(others, change);
        var owned = Ownership.Strip(wanted);
        if (!owned.IsEmpty)
        {
            entries = entries.Append(own with { Fields = owned, Time = changed ? now : before?.Time });
        }

        return new ApplyResult(result, ManagedFields.Create(entries), changed);
    }

    /// <summary>
    /// Removes a field or item if the manager applied it last time, doesn't apply it now, and nobody else owns it.
    /// </summary>
    private JsonObject Prune(JsonObject merged, FieldSet? last, IEnumerable<ManagedFieldsEntry> entries)
    {
        if (last is null || last.IsEmpty)
        {
            return merged;
        }

        var lastNamed = Named(last);
        var present = Named(ObjectFields.Of(merged, options.Type));
        var pruned = ObjectPruning.Remove(merged, lastNamed, options.Type);

        // Back comes what anyone owns, the manager with its new configuration included.
        var owned = Named(entries.Aggregate(FieldSet.Empty, (all, e) => all.Union(e.Fields)));
        var kept = Named(ObjectFields.Of(pruned, options.Type)).Union(owned);
        pruned = ObjectPruning.Remove(merged, present.Except(kept), options.Type);

        // And what went along with an item or map but was never the manager's.
        var left = Named(ObjectFields.Of(pruned, options.Type));
        return ObjectPruning.Remove(merged, present.Except(left).Intersect(lastNamed), options.Type);
    }

    private FieldSet Named(FieldSet set) => ObjectPruning.WithNamedFields(set, options.Type);
}
