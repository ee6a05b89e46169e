using System.Globalization;
using ActorKube.Actors.Workloads.ControllerRevisions;
using ActorKube.Actors.Workloads.StatefulSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Tests.Support;

/// <summary>StatefulSets and DaemonSets, their revisions and pods.</summary>
internal static class Sets
{
    public const string StatefulHash = "controller.kubernetes.io/hash";

    public static StatefulSet Stateful(int replicas, string image = "img:1", string policy = PodManagementPolicies.OrderedReady, RollingUpdateStatefulSetStrategy? rolling = null) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "StatefulSet",
        Metadata = Make.Meta("web") with { Generation = 1 },
        Spec = new StatefulSetSpec
        {
            Replicas = replicas,
            ServiceName = "svc",
            Selector = new LabelSelector { MatchLabels = Make.Labels("app=web") },
            Template = Make.Template(image),
            PodManagementPolicy = policy,
            UpdateStrategy = new StatefulSetUpdateStrategy { Type = UpdateStrategies.RollingUpdate, RollingUpdate = rolling ?? new() { Partition = 0 } },
            RevisionHistoryLimit = 10,
        },
    };

    /// <summary>The set with a claim template <c>data</c> and what becomes of its claims.</summary>
    public static StatefulSet WithClaims(StatefulSet set, string whenDeleted = "Retain", string whenScaled = "Retain") => set with
    {
        Spec = set.Spec with
        {
            VolumeClaimTemplates =
            [
                new PersistentVolumeClaim
                {
                    Metadata = new ObjectMeta { Name = "data" },
                    Spec = new PersistentVolumeClaimSpec
                    {
                        AccessModes = ["ReadWriteOnce"],
                        Resources = new() { Requests = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse("1Gi") } },
                    },
                },
            ],
            PersistentVolumeClaimRetentionPolicy = new() { WhenDeleted = whenDeleted, WhenScaled = whenScaled },
        },
    };

    public static DaemonSet Daemon(string image = "img:1", IntOrString? surge = null, IntOrString? unavailable = null) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "DaemonSet",
        Metadata = Make.Meta("agent") with { Generation = 1 },
        Spec = new DaemonSetSpec
        {
            Selector = new LabelSelector { MatchLabels = Make.Labels("app=web") },
            Template = Make.Template(image),
            UpdateStrategy = new DaemonSetUpdateStrategy { Type = UpdateStrategies.RollingUpdate, RollingUpdate = new() { MaxSurge = surge ?? 0, MaxUnavailable = unavailable ?? 1 } },
            RevisionHistoryLimit = 10,
        },
    };

    /// <summary>The revision that the set has of the template with this image.</summary>
    public static ControllerRevision Revision(IApiObject set, string image, long number)
    {
        var label = set is StatefulSet ? StatefulHash : WorkloadLabels.ControllerRevisionHash;
        var owner = new RevisionOwner(set, Make.Template(image), label, set is StatefulSet ? 0 : null);
        var revision = owner.Snapshot(TemplatePatch.Of(owner.Template), number);
        return revision with { Metadata = revision.Metadata with { Uid = "uid-of-" + revision.Metadata.Name, CreationTimestamp = Make.Epoch.AddSeconds(number) } };
    }

    /// <summary>What pods of that image carry as their revision.</summary>
    public static string HashOf(IApiObject set, string image) => Revision(set, image, 1) is var revision && set is StatefulSet
        ? revision.Metadata.Name!
        : revision.Metadata.Labels![WorkloadLabels.ControllerRevisionHash];

    /// <summary>
    /// Pods in short, such as <c>0:1R 2:2U</c>: the ordinal or the node, the number of the image, and one of Ready, Unready, Pending, Terminating, Failed, Succeeded.
    /// A letter of its own before the colon tells twins on a node apart.
    /// </summary>
    public static IEnumerable<Pod> Pods(IApiObject set, string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => Pod(set, t));

    private static Pod Pod(IApiObject set, string text)
    {
        var (place, image, state) = (text[..text.IndexOf(':', StringComparison.Ordinal)], "img:" + text[^2], text[^1]);
        var phase = state switch { 'P' => PodPhases.Pending, 'F' => PodPhases.Failed, 'S' => PodPhases.Succeeded, _ => PodPhases.Running };
        var pod = Make.Pod($"{set.Metadata.Name}-{place}", set, "app=web", phase: phase, ready: state is 'R' or 'T');
        pod = set is StatefulSet stateful ? PodIdentity.Labelled(pod, int.Parse(place, CultureInfo.InvariantCulture)) : pod with { Spec = pod.Spec with { NodeName = "n" + place[0] } };
        var labels = new Dictionary<string, string>(pod.Metadata.Labels!) { [WorkloadLabels.ControllerRevisionHash] = HashOf(set, image) };
        pod = pod with { Metadata = pod.Metadata with { Labels = labels } };
        return state == 'T' ? Make.Deleting(pod) : pod;
    }
}
