using System.Collections.Frozen;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Scheduling;

/// <summary>Labels of nodes that have another name now, or none.</summary>
internal static class DeprecatedNodeLabels
{
    /// <summary>What to say of each.</summary>
    public static readonly FrozenDictionary<string, string> Advice = new Dictionary<string, string>
    {
        ["beta.kubernetes.io/arch"] = "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
        ["beta.kubernetes.io/os"] = "deprecated since v1.14; use \"kubernetes.io/os\" instead",
        ["failure-domain.beta.kubernetes.io/region"] = "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
        ["failure-domain.beta.kubernetes.io/zone"] = "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
        ["beta.kubernetes.io/instance-type"] = "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
        ["app.kubernetes.io/created-by"] = "deprecated since v1.9",
        ["scheduler.alpha.kubernetes.io/preferAvoidPods"] = "deprecated since v1.22; use Taints and Tolerations instead",
        ["node-role.kubernetes.io/master"] = "use \"node-role.kubernetes.io/control-plane\" instead",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>One warning for each deprecated key, after the path of the map.</summary>
    public static IReadOnlyList<string> Warnings(string path, IEnumerable<string> keys) =>
        [.. keys.Where(Advice.ContainsKey).Select(key => $"{path}: {Advice[key]}")];

    /// <summary>Warnings for the keys of a selector of nodes.</summary>
    public static IReadOnlyList<string> Warnings(string path, LabelSelector? selector) =>
    [
        .. (selector?.MatchExpressions ?? []).Index().Where(e => Advice.ContainsKey(e.Item.Key))
            .Select(e => $"{path}.matchExpressions[{e.Index}].key: {e.Item.Key} is {Advice[e.Item.Key]}"),
        .. (selector?.MatchLabels?.Keys ?? []).Where(Advice.ContainsKey).Select(key => $"{path}.matchLabels.{key}: {Advice[key]}"),
    ];
}
