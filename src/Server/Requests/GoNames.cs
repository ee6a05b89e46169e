using ActorKube.Api.Kinds;

namespace ActorKube.Server.Requests;

/// <summary>Names of Go types that Kubernetes' decoder shows: <c>v1.Secret</c>, <c>core.ConfigMap</c>.</summary>
internal static class GoNames
{
    public static string Versioned(Kind kind) => $"{kind.Version}.{kind.Name}";

    public static string Internal(Kind kind)
    {
        var group = kind.Group.Length == 0 ? "core" : kind.Group;
        var dot = group.IndexOf('.', StringComparison.Ordinal);
        return $"{(dot < 0 ? group : group[..dot])}.{kind.Name}";
    }
}
