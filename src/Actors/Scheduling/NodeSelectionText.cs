using System.Text;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling;

/// <summary>Which nodes a pod demands, in words: pods with equal texts demand the same.</summary>
internal static class NodeSelectionText
{
    /// <summary>Empty for a pod that may go to any node.</summary>
    public static string Of(Pod pod)
    {
        var required = pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms;
        if (pod.Spec.NodeSelector is null or { Count: 0 } && required is null)
        {
            return "";
        }

        var text = new StringBuilder().AppendJoin(',', (pod.Spec.NodeSelector ?? new Dictionary<string, string>()).OrderBy(static l => l.Key, StringComparer.Ordinal).Select(static l => $"{l.Key}={l.Value}"));
        foreach (var term in required ?? [])
        {
            text.Append(" | ").AppendJoin(',', (term.MatchExpressions ?? []).Select(Text)).Append(" @ ").AppendJoin(',', (term.MatchFields ?? []).Select(Text));
        }

        return text.ToString();
    }

    private static string Text(NodeSelectorRequirement requirement) => $"{requirement.Key} {requirement.Operator} ({string.Join(' ', requirement.Values ?? [])})";
}
