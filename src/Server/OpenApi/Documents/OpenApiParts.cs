using ActorKube.Api.Kinds;
using ActorKube.Server.Discovery;
using ActorKube.Server.OpenApi.Operations;

namespace ActorKube.Server.OpenApi.Documents;

/// <summary>The parts that a server's API falls into, by the name under which OpenAPI v3 publishes them, such as <c>apis/apps/v1</c>.</summary>
internal static class OpenApiParts
{
    public static IReadOnlyDictionary<string, IReadOnlyList<PathItem>> Of(KindRegistry kinds)
    {
        var parts = new SortedDictionary<string, IReadOnlyList<PathItem>>(StringComparer.Ordinal)
        {
            [".well-known/openid-configuration"] = [DiscoveryOperations.IssuerConfiguration],
            ["api"] = [DiscoveryOperations.Versions],
            ["apis"] = [DiscoveryOperations.Groups],
            ["openid/v1/jwks"] = [DiscoveryOperations.IssuerKeys],
            ["version"] = [DiscoveryOperations.ServerVersion],
        };
        foreach (var group in ApiGroup.Of(kinds))
        {
            if (group.Name.Length > 0)
            {
                parts[$"apis/{group.Name}"] = [DiscoveryOperations.Group(group)];
            }

            foreach (var version in group.Versions)
            {
                parts[ApiNames.Root(group.Name, version)[1..]] =
                [
                    DiscoveryOperations.Resources(group, version),
                    .. group.KindsOf(version).SelectMany(KindOperations.Of).OrderBy(i => i.Path, StringComparer.Ordinal),
                ];
            }
        }

        return parts;
    }
}
