using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>Used and hard amounts, those of limits apart from the others.</summary>
internal static class ResourceQuotaColumns
{
    public static IReadOnlyList<Column<ResourceQuota>> All { get; } =
    [
        Column<ResourceQuota>.NameColumn,
        Column<ResourceQuota>.AgeColumn,
        new("Request", "Requests and counts: what is used of what is allowed.", static q => Text(q, limits: false)),
        new("Limit", "Limits: what is used of what is allowed.", static q => Text(q, limits: true)),
    ];

    private static string Text(ResourceQuota quota, bool limits)
    {
        var status = quota.Status;
        var entries = (status.Hard?.Keys ?? [])
            .Where(name => name.StartsWith("limits.", StringComparison.Ordinal) == limits)
            .Order(StringComparer.Ordinal)
            .Select(name => $"{name}: {status.Used?.GetValueOrDefault(name) ?? default}/{status.Hard![name]}");
        return string.Join(", ", entries);
    }
}
