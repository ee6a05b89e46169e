namespace ActorKube.Api.Core;

/// <summary>The paths by which the downward API names fields of a pod: <c>spec.nodeName</c>, <c>metadata.labels['app']</c>.</summary>
public static class PodFieldPath
{
    /// <summary>The path and what stands in its brackets; the whole and null where it has none.</summary>
    public static (string Path, string? Subscript) Split(string fieldPath)
    {
        var open = fieldPath.IndexOf("['", StringComparison.Ordinal);
        return open > 0 && fieldPath.EndsWith("']", StringComparison.Ordinal) && fieldPath.Length >= open + 4
            ? (fieldPath[..open], fieldPath[(open + 2)..^2])
            : (fieldPath, null);
    }

    /// <summary>The name of the field today, or why there is none.</summary>
    internal static (string? Path, string? Error) Resolve(string version, string path, string? subscript, string whole) => (version, subscript, path) switch
    {
        (not "v1", _, _) => (null, "unsupported pod version: " + version),
        (_, not null, "metadata.annotations" or "metadata.labels") => (path, null),
        (_, not null, _) => (null, "field label does not support subscript: " + whole),
        (_, _, "spec.host") => ("spec.nodeName", null),
        (_, _, "metadata.annotations" or "metadata.labels" or "metadata.name" or "metadata.namespace" or "metadata.uid"
            or "spec.nodeName" or "spec.restartPolicy" or "spec.serviceAccountName" or "spec.schedulerName"
            or "status.phase" or "status.hostIP" or "status.hostIPs" or "status.podIP" or "status.podIPs") => (path, null),
        _ => (null, "field label not supported: " + whole),
    };
}
