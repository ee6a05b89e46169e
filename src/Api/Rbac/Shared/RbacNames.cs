using ActorKube.Api.Validation;

namespace ActorKube.Api.Rbac;

internal static class RbacNames
{
    public const string Group = "rbac.authorization.k8s.io";

    /// <summary>Names of roles may hold colons and capitals: whatever fits a path.</summary>
    public static IReadOnlyList<string> Rule(string name, bool prefix) => Identifiers.PathSegment(name);
}
