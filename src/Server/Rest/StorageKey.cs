using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>The key under which Kubernetes would keep an object in etcd: some messages show it.</summary>
internal static class StorageKey
{
    public static string Of(ApiRequest request) => Of(request.Stored.Group, request.Stored.Plural, request.Path.Namespace, request.Path.Name);

    public static string Of(string group, string resource, string @namespace, string name)
    {
        var space = @namespace.Length > 0 ? @namespace + "/" : "";
        return $"/registry/{Prefix(group, resource)}/{space}{name}";
    }

    /// <summary>Names from Kubernetes' beginnings; servers apart from the main one put their group first.</summary>
    private static string Prefix(string group, string resource) => (group, resource) switch
    {
        ("", "replicationcontrollers") => "controllers",
        ("", "endpoints") => "services/endpoints",
        ("", "services") => "services/specs",
        ("", "nodes") => "minions",
        ("networking.k8s.io", "ingresses") => "ingress",
        ("apiextensions.k8s.io" or "apiregistration.k8s.io", _) => $"{group}/{resource}",
        _ => resource,
    };
}
