namespace ActorKube.Api.Apply;

/// <summary>How a change of an object moves fields between owners.</summary>
internal static class Ownership
{
    /// <summary>Fields of every object that are never owned; those that only the server sets, and those that say which object it is.</summary>
    public static readonly FieldSet Unowned = FieldSet.Of(
    [
        FieldPath.Of("apiVersion"),
        FieldPath.Of("kind"),
        FieldPath.Of("metadata"),
        .. new[]
        {
            "name", "namespace", "creationTimestamp", "selfLink", "uid", "clusterName", "generation", "managedFields", "resourceVersion",
        }.Select(name => FieldPath.Of("metadata", name)),
    ]);

    public static FieldSet Strip(FieldSet fields) => fields.Except(Unowned);

    /// <summary>The fields that the change takes from others, by owner and path.</summary>
    public static List<FieldConflict> Conflicts(IEnumerable<ManagedFieldsEntry> others, ObjectComparison change)
    {
        var changed = change.Changed;
        return
        [
            .. others.OrderBy(e => e.Manager, StringComparer.Ordinal)
                .SelectMany(e => e.Fields.Intersect(changed).Paths().Select(path => new FieldConflict(e, path))),
        ];
    }

    /// <summary>What the others still own after the change; those with nothing left are dropped.</summary>
    public static IEnumerable<ManagedFieldsEntry> Remaining(IEnumerable<ManagedFieldsEntry> others, ObjectComparison change)
    {
        var gone = change.Changed;
        foreach (var entry in others)
        {
            var fields = entry.Fields.Except(gone).Except(change.Removed);
            if (!fields.IsEmpty)
            {
                yield return ReferenceEquals(fields, entry.Fields) ? entry : entry with { Fields = fields };
            }
        }
    }
}
