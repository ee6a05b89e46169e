namespace ActorKube.Server.Rest;

/// <summary>Kubernetes tells clients of a mismatch of identities by the key of its store, which is named like the resource but for the oldest ones.</summary>
internal static class StorageErrors
{
    public static string UidMismatch(string resource, string @namespace, string name, string wanted, string? found)
    {
        var space = @namespace.Length > 0 ? @namespace + "/" : "";
        return $"StorageError: invalid object, Code: 4, Key: /registry/{Prefix(resource)}/{space}{name}, ResourceVersion: 0, "
            + $"AdditionalErrorMsg: Precondition failed: UID in precondition: {wanted}, UID in object meta: {found}";
    }

    private static string Prefix(string resource) => resource switch
    {
        "replicationcontrollers" => "controllers",
        "nodes" => "minions",
        "services" => "services/specs",
        "endpoints" => "services/endpoints",
        "ingresses" => "ingress",
        _ => resource,
    };
}
