using System.Text;
using ActorKube.Api.Core;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent.Variables;

/// <summary>Where a pod is, as far as its own status may not say so yet.</summary>
internal sealed record PodPlace(string NodeName, IReadOnlyList<string> PodAddresses, IReadOnlyList<string> HostAddresses);

/// <summary>Fields of a pod as its containers may see them. Pure.</summary>
internal static class DownwardFields
{
    /// <exception cref="ConfigException">There is no such field.</exception>
    public static string Value(Pod pod, PodPlace place, string fieldPath)
    {
        var (path, subscript) = PodFieldPath.Split(fieldPath);
        var metadata = pod.Metadata;
        return (path, subscript) switch
        {
            ("metadata.annotations", { } key) => metadata.Annotations.OrEmpty().GetValueOrDefault(key, ""),
            ("metadata.labels", { } key) => metadata.Labels.OrEmpty().GetValueOrDefault(key, ""),
            ("metadata.annotations", _) => Map(metadata.Annotations),
            ("metadata.labels", _) => Map(metadata.Labels),
            ("metadata.name", _) => metadata.Name ?? "",
            ("metadata.namespace", _) => metadata.Namespace ?? "",
            ("metadata.uid", _) => metadata.Uid ?? "",
            ("spec.nodeName", _) => place.NodeName,
            ("spec.serviceAccountName", _) => pod.Spec.ServiceAccountName ?? "",
            ("status.hostIP", _) => place.HostAddresses.Count > 0 ? place.HostAddresses[0] : "",
            ("status.hostIPs", _) => string.Join(',', place.HostAddresses),
            ("status.podIP", _) => place.PodAddresses.Count > 0 ? place.PodAddresses[0] : "",
            ("status.podIPs", _) => string.Join(',', place.PodAddresses),
            _ => throw new ConfigException($"unsupported fieldPath: {fieldPath}"),
        };
    }

    /// <summary>A line <c>key="value"</c> each, by key.</summary>
    private static string Map(IReadOnlyDictionary<string, string>? map) =>
        string.Join('\n', map.OrEmpty().OrderBy(static e => e.Key, StringComparer.Ordinal).Select(static e => $"{e.Key}={Quote(e.Value)}"));

    /// <summary>As Go quotes a text.</summary>
    private static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or (char)127 => result.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }
}
