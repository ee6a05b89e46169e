namespace ActorKube.Api.Apply;

/// <summary>
/// An apply without force would take fields from other managers: 409, reason Conflict, with a cause of type
/// <c>FieldManagerConflict</c> per field.
/// </summary>
public sealed class ApplyConflictException(IReadOnlyList<FieldConflict> conflicts) : Exception(Describe(conflicts))
{
    public IReadOnlyList<FieldConflict> Conflicts { get; } = conflicts;

    private static string Describe(IReadOnlyList<FieldConflict> conflicts) => conflicts.Count == 1
        ? $"Apply failed with 1 conflict: {conflicts[0].Message}: {conflicts[0].Path}"
        : $"Apply failed with {conflicts.Count} conflicts: " + string.Join('\n', conflicts
            .GroupBy(c => c.Who, StringComparer.Ordinal)
            .Select(g => $"conflicts with {g.Key}:\n{string.Join('\n', g.Select(c => $"- {c.Path}"))}"));
}
