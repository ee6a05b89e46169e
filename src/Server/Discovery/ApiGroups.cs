using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Kinds;

namespace ActorKube.Server.Discovery;

/// <summary>An API group with its versions, the preferred one first.</summary>
public sealed record ApiGroup(string Name, IReadOnlyList<string> Versions, IReadOnlyList<Kind> Kinds)
{
    /// <summary>Groups with a higher one come first.</summary>
    public int Priority { get; init; } = PriorityOf(Name);

    /// <summary>The group that describes the groups is ahead of all that have a name.</summary>
    private const string Registration = "apiregistration.k8s.io";

    /// <summary>Priority of a group that nothing is said of, as that of a custom resource.</summary>
    private const int DefaultPriority = 1000;

    private static readonly Dictionary<string, int> Priorities = ApiServiceBootstrap.ApiServices.Append(ApiServiceBootstrap.Metrics)
        .GroupBy(s => s.Spec.Group ?? "")
        .ToDictionary(g => g.Key, g => g.Max(s => s.Spec.GroupPriorityMinimum), StringComparer.Ordinal);

    /// <summary>The groups of a registry: the core group, named "", first, then by priority, for clients take the first that has what they look for.</summary>
    public static IReadOnlyList<ApiGroup> Of(KindRegistry kinds) => [.. kinds.All
        .GroupBy(k => k.Group)
        .Select(g => new ApiGroup(g.Key, [.. g.Select(k => k.Version).Distinct().OrderDescending(StringComparer.Ordinal)], [.. g]))
        .Order(ByPriority)];

    public static IComparer<ApiGroup> ByPriority { get; } = Comparer<ApiGroup>.Create(static (a, b) => (b.Priority.CompareTo(a.Priority), string.CompareOrdinal(a.Name, b.Name)) switch
    {
        (0, var byName) => byName,
        var (byPriority, _) => byPriority,
    });

    /// <summary>Its kinds of one version, by their plural names.</summary>
    public IEnumerable<Kind> KindsOf(string version) => Kinds.Where(k => k.Version == version).OrderBy(k => k.Plural, StringComparer.Ordinal);

    private static int PriorityOf(string group) => group == Registration ? Priorities[""] - 1 : Priorities.GetValueOrDefault(group, DefaultPriority);
}
