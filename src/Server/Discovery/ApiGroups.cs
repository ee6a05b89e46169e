using ActorKube.Api.Kinds;

namespace ActorKube.Server.Discovery;

/// <summary>An API group with its versions, the preferred one first.</summary>
public sealed record ApiGroup(string Name, IReadOnlyList<string> Versions, IReadOnlyList<Kind> Kinds)
{
    /// <summary>The groups of a registry; the core group, named "", first, then in the order in which aggregated discovery shows them.</summary>
    public static IReadOnlyList<ApiGroup> Of(KindRegistry kinds) => [.. kinds.All
        .GroupBy(k => k.Group)
        .Select(g => new ApiGroup(g.Key, [.. g.Select(k => k.Version).Distinct().OrderDescending(StringComparer.Ordinal)], [.. g]))
        .OrderBy(g => g.Name, StringComparer.Ordinal)];

    /// <summary>Its kinds of one version, by their plural names.</summary>
    public IEnumerable<Kind> KindsOf(string version) => Kinds.Where(k => k.Version == version).OrderBy(k => k.Plural, StringComparer.Ordinal);
}
