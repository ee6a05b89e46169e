namespace ActorKube.Server.OpenApi.Operations;

/// <summary>How a group and its version are called in identifiers: <c>RbacAuthorizationV1</c>, <c>rbacAuthorization_v1</c>.</summary>
internal static class ApiNames
{
    private const string Suffix = ".k8s.io";

    /// <summary>Part of an operation's identifier.</summary>
    public static string Identifier(string group, string version = "") => Group(group) + Capitalized(version);

    /// <summary>The tag of the operations of a version; of the group itself for none.</summary>
    public static string Tag(string group, string version = "")
    {
        var name = Group(group);
        var tag = char.ToLowerInvariant(name[0]) + name[1..];
        return version.Length == 0 ? tag : $"{tag}_{version}";
    }

    /// <summary>The root of a version's paths, without a slash at the end.</summary>
    public static string Root(string group, string version) => group.Length == 0 ? $"/api/{version}" : $"/apis/{group}/{version}";

    public static string Capitalized(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];

    private static string Group(string group)
    {
        var name = group.Length == 0 ? "core" : group.EndsWith(Suffix, StringComparison.Ordinal) ? group[..^Suffix.Length] : group;
        return string.Concat(name.Split('.', '-').Select(Capitalized));
    }
}
