namespace ActorKube.Api.Apply;

/// <summary>Keeps the list of updaters short: beyond ten the oldest are merged, per version, into an entry of their own.</summary>
internal static class OwnerLimit
{
    public const int MaxUpdaters = 10;
    private const string Bucket = "ancient-changes";

    public static IEnumerable<ManagedFieldsEntry> Cap(IReadOnlyCollection<ManagedFieldsEntry> entries)
    {
        var updaters = entries
            .Where(e => e.Operation == ManagedFieldsOperation.Update)
            .OrderBy(e => ManagedFields.Seconds(e.Time))
            .ThenBy(e => e.Manager, StringComparer.Ordinal)
            .ThenBy(e => e.ApiVersion, StringComparer.Ordinal)
            .ThenBy(e => e.Subresource, StringComparer.Ordinal)
            .ToList();
        if (updaters.Count <= MaxUpdaters)
        {
            return entries;
        }

        var all = entries.ToDictionary(e => e.Id);
        var count = updaters.Count;
        Dictionary<string, ManagedFieldsEntry> first = new(StringComparer.Ordinal);
        foreach (var updater in updaters)
        {
            if (count <= MaxUpdaters)
            {
                break;
            }

            if (first.TryAdd(updater.ApiVersion, updater))
            {
                continue;
            }

            // The first one of a version only moves when a second one joins it.
            var bucket = new ManagedFieldsEntry(Bucket, ManagedFieldsOperation.Update, updater.ApiVersion, FieldSet.Empty);
            if (!all.TryGetValue(bucket.Id, out var merged) && all.Remove(first[updater.ApiVersion].Id, out var oldest))
            {
                merged = bucket with { Fields = oldest.Fields };
            }

            all.Remove(updater.Id);
            all[bucket.Id] = bucket with { Fields = updater.Fields.Union(merged?.Fields ?? FieldSet.Empty), Time = updater.Time };
            count--;
        }

        return all.Values;
    }
}
