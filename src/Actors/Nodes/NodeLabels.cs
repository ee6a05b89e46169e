using ActorKube.Api.Core;

namespace ActorKube.Actors.Nodes;

/// <summary>Old names under which selectors still ask for the operating system and the architecture, and the annotation that every node has.</summary>
internal static class NodeLabels
{
    private const string TtlAnnotation = "node.alpha.kubernetes.io/ttl";

    private static readonly (string Name, string OldName)[] Twins =
    [
        ("kubernetes.io/os", "beta.kubernetes.io/os"),
        ("kubernetes.io/arch", "beta.kubernetes.io/arch"),
    ];

    public static Node Complete(Node node)
    {
        var labels = new Dictionary<string, string>(node.Metadata.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (name, oldName) in Twins)
        {
            if (labels.TryGetValue(name, out var value))
            {
                labels[oldName] = value;
            }
        }

        // How long a node may cache secrets; agents here watch them, so none needs to.
        var annotations = new Dictionary<string, string>(node.Metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        annotations.TryAdd(TtlAnnotation, "0");
        return node with { Metadata = node.Metadata with { Labels = labels, Annotations = annotations } };
    }
}
