using System.Globalization;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Workloads.Deployments;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>
/// What a DaemonSet adds to its template. A daemon's place is with its node, whatever happens to that: it bears the taints of nodes that are unwell or cordoned. Its
/// node is named in the affinity, so that the pod is placed like any other.
/// </summary>
internal static class DaemonTemplate
{
    public const string NodeNameField = "metadata.name";

    /// <summary>The label that older clients know pods of a template by.</summary>
    public const string GenerationLabel = "pod-template-generation";

    private static readonly Toleration[] Automatic =
    [
        Bears(TaintKeys.NotReady, TaintKeys.NoExecute),
        Bears(TaintKeys.Unreachable, TaintKeys.NoExecute),
        Bears(TaintKeys.DiskPressure, TaintKeys.NoSchedule),
        Bears(TaintKeys.MemoryPressure, TaintKeys.NoSchedule),
        Bears(TaintKeys.PidPressure, TaintKeys.NoSchedule),
        Bears(TaintKeys.Unschedulable, TaintKeys.NoSchedule),
    ];

    private static readonly Toleration NoNetwork = Bears(TaintKeys.NetworkUnavailable, TaintKeys.NoSchedule);

    /// <summary>The template with the tolerations; on the host's network the pod does without the pod network.</summary>
    public static PodTemplateSpec WithTolerations(PodTemplateSpec template)
    {
        var tolerations = (template.Spec.Tolerations ?? []).ToList();
        foreach (var toleration in template.Spec.HostNetwork ? [.. Automatic, NoNetwork] : Automatic)
        {
            // The same taint is borne without limit, though the template says for how long.
            var index = tolerations.FindIndex(t => t.Key == toleration.Key && t.Effect == toleration.Effect && t.Operator == toleration.Operator && string.IsNullOrEmpty(t.Value));
            if (index < 0)
            {
                tolerations.Add(toleration);
            }
            else
            {
                tolerations[index] = toleration;
            }
        }

        return template with { Spec = template.Spec with { Tolerations = tolerations } };
    }

    /// <summary>The template with the labels that say which version of it a pod was made from.</summary>
    public static PodTemplateSpec WithVersion(PodTemplateSpec template, string hash, string? generation)
    {
        var labels = PodTemplates.With(template.Metadata.Labels, WorkloadLabels.ControllerRevisionHash, hash);
        if (generation is not null)
        {
            labels[GenerationLabel] = generation;
        }

        return template with { Metadata = template.Metadata with { Labels = labels } };
    }

    /// <summary>A pod of the template for one node. What the template says of nodes is said already by the choice of this one.</summary>
    public static Pod PodFor(DaemonSet set, PodTemplateSpec template, string node)
    {
        var pod = PodFactory.FromTemplate(template, set);
        var affinity = pod.Spec.Affinity ?? new Affinity();
        var named = new NodeSelectorTerm { MatchFields = [new NodeSelectorRequirement { Key = NodeNameField, Operator = "In", Values = [node] }] };
        return pod with
        {
            Spec = pod.Spec with
            {
                Affinity = affinity with
                {
                    NodeAffinity = (affinity.NodeAffinity ?? new NodeAffinity()) with
                    {
                        RequiredDuringSchedulingIgnoredDuringExecution = new NodeSelector { NodeSelectorTerms = [named] },
                    },
                },
            },
        };
    }

    /// <summary>The number of the template; null when the set has none.</summary>
    public static string? GenerationOf(DaemonSet set) =>
        set.Metadata.Annotations?.ContainsKey(TemplateGeneration.Annotation) == true ? TemplateGeneration.Of(set).ToString(CultureInfo.InvariantCulture) : null;

    private static Toleration Bears(string taint, string effect) => new() { Key = taint, Operator = "Exists", Effect = effect };
}
