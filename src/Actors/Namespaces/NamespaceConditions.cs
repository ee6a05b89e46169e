using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Namespaces;

/// <summary>The conditions that say why a namespace isn't gone yet. Those that nothing is found for say that all is well.</summary>
internal static class NamespaceConditions
{
    private static readonly (string Type, string Reason, string Message)[] Well =
    [
        ("NamespaceDeletionDiscoveryFailure", "ResourcesDiscovered", "All resources successfully discovered"),
        ("NamespaceDeletionGroupVersionParsingFailure", "ParsedGroupVersions", "All legacy kube types successfully parsed"),
        ("NamespaceDeletionContentFailure", "ContentDeleted", "All content successfully deleted, may be waiting on finalization"),
        ("NamespaceContentRemaining", "ContentRemoved", "All content successfully removed"),
        ("NamespaceFinalizersRemaining", "ContentHasNoFinalizers", "All content-preserving finalizers finished"),
    ];

    public static NamespaceCondition Failed(ApiException refusal) => Bad("NamespaceDeletionContentFailure", "ContentDeletionFailed",
        $"Failed to delete all resource types, 1 remaining: {refusal.Message}");

    /// <summary>"configmaps. has 1 resource instances": the name of a core resource has nothing behind its dot.</summary>
    public static IReadOnlyList<NamespaceCondition> Remaining(IReadOnlyList<NamespaceContent> contents)
    {
        var resources = contents.CountBy(static c => $"{c.Kind.Plural}.{c.Kind.Group}")
            .Select(static r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} has {r.Value} resource instances"));
        var finalizers = contents.Where(static c => c.Stored.Header.HasFinalizers)
            .SelectMany(static c => c.Stored.Read(c.Kind).Metadata.Finalizers ?? []).CountBy(static f => f)
            .Select(static f => string.Create(CultureInfo.InvariantCulture, $"{f.Key} in {f.Value} resource instances")).ToList();
        var remaining = Bad("NamespaceContentRemaining", "SomeResourcesRemain", $"Some resources are remaining: {Join(resources)}");
        return finalizers.Count == 0 ? [remaining] :
        [
            remaining,
            Bad("NamespaceFinalizersRemaining", "SomeFinalizersRemain", $"Some content in the namespace has finalizers remaining: {Join(finalizers)}"),
        ];
    }

    public static NamespaceStatus Update(NamespaceStatus status, IReadOnlyList<NamespaceCondition> found, DateTimeOffset now)
    {
        var conditions = (status.Conditions ?? []).ToList();
        foreach (var (type, reason, message) in Well)
        {
            var next = found.FirstOrDefault(c => c.Type == type) ?? new NamespaceCondition { Type = type, Status = ConditionStatus.False, Reason = reason, Message = message };
            var index = conditions.FindIndex(c => c.Type == type);
            if (index < 0)
            {
                conditions.Add(next with { LastTransitionTime = now });
            }
            else
            {
                conditions[index] = next with { LastTransitionTime = conditions[index].Status == next.Status ? conditions[index].LastTransitionTime : now };
            }
        }

        return status with { Conditions = conditions };
    }

    private static NamespaceCondition Bad(string type, string reason, string message) =>
        new() { Type = type, Status = ConditionStatus.True, Reason = reason, Message = message };

    private static string Join(IEnumerable<string> texts) => string.Join(", ", texts.Order(StringComparer.Ordinal));
}
