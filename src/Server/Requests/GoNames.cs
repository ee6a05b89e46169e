using ActorKube.Api.Kinds;

namespace ActorKube.Server.Requests;

/// <summary>Names of Go types that Kubernetes' decoder shows: <c>v1.Secret</c>, <c>core.ConfigMap</c>.</summary>
internal static class GoNames
{
    /// <summary>Kinds that every group version has.</summary>
    private static readonly string[] InEveryVersion =
        ["WatchEvent", "ListOptions", "GetOptions", "DeleteOptions", "CreateOptions", "UpdateOptions", "PatchOptions"];

    /// <summary>Kinds that belong to no group, under version v1.</summary>
    private static readonly string[] Unversioned = ["Status", "APIVersions", "APIGroupList", "APIGroup", "APIResourceList"];

    public static string Internal(Kind kind)
    {
        var group = kind.Group.Length == 0 ? "core" : kind.Group;
        var dot = group.IndexOf('.', StringComparison.Ordinal);
        return $"{(dot < 0 ? group : group[..dot])}.{kind.Name}";
    }

    /// <summary>The type that a body's apiVersion and kind stand for; null for one that nobody has registered.</summary>
    public static string? Versioned(KindRegistry kinds, string apiVersion, string name)
    {
        var isKnown = kinds.FindByName(apiVersion, name) is not null
            || (name.EndsWith("List", StringComparison.Ordinal) && kinds.FindByName(apiVersion, name[..^"List".Length]) is not null)
            || (InEveryVersion.Contains(name) && kinds.All.Any(k => k.ApiVersion == apiVersion))
            || (apiVersion == "v1" && Unversioned.Contains(name));
        return isKnown ? $"{apiVersion[(apiVersion.IndexOf('/', StringComparison.Ordinal) + 1)..]}.{name}" : null;
    }
}
