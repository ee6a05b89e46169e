using System.Globalization;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Workloads.Deployments;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>What makes a pod of a StatefulSet the one that it is: name, labels, host name, and claims of its own.</summary>
internal static class PodIdentity
{
    public static Pod Create(StatefulSet set, PodTemplateSpec template, string revision, int ordinal)
    {
        var pod = PodFactory.FromTemplate(template, set);
        var name = Ordinals.PodName(set, ordinal);
        return pod with
        {
            Metadata = pod.Metadata with
            {
                Name = name,
                Labels = PodTemplates.With(Labels(pod.Metadata.Labels, name, ordinal), WorkloadLabels.ControllerRevisionHash, revision),
            },
            Spec = pod.Spec with
            {
                Hostname = name,
                Subdomain = set.Spec.ServiceName is { Length: > 0 } service ? service : null,
                Volumes = Volumes(set, pod.Spec.Volumes, ordinal),
            },
        };
    }

    public static string? RevisionOf(Claimed<Pod> pod) => pod.Stored.Header.Labels[WorkloadLabels.ControllerRevisionHash];

    /// <summary>It carries the label with its name, by which Services pick single pods; one that was adopted may not.</summary>
    public static bool IsLabelled(Claimed<Pod> pod) => pod.Stored.Header.Labels[WorkloadLabels.StatefulSetPodName] == pod.Stored.Key.Name;

    public static Pod Labelled(Pod pod, int ordinal) => pod with
    {
        Metadata = pod.Metadata with { Labels = Labels(pod.Metadata.Labels, pod.Metadata.Name!, ordinal) },
    };

    private static Dictionary<string, string> Labels(IReadOnlyDictionary<string, string>? labels, string name, int ordinal) => PodTemplates.With(
        PodTemplates.With(labels, WorkloadLabels.StatefulSetPodName, name),
        WorkloadLabels.PodIndex,
        ordinal.ToString(CultureInfo.InvariantCulture));

    /// <summary>The claims win over volumes of the same name in the template.</summary>
    private static List<Volume>? Volumes(StatefulSet set, IReadOnlyList<Volume>? volumes, int ordinal)
    {
        if (set.Spec.VolumeClaimTemplates is not { Count: > 0 } templates)
        {
            return volumes?.ToList();
        }

        var names = templates.Select(static t => t.Metadata.Name!).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. templates.Select(t => new Volume
            {
                Name = t.Metadata.Name!,
                PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = PodClaims.Name(set, t, ordinal) },
            }),
            .. (volumes ?? []).Where(v => !names.Contains(v.Name)),
        ];
    }
}
