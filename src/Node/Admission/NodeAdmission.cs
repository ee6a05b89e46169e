using ActorKube.Api.Core;
using NodeObject = ActorKube.Api.Core.Node;

namespace ActorKube.NodeAgent.Admission;

/// <summary>Why a node doesn't take a pod that is bound to it.</summary>
/// <param name="Reason"><c>status.reason</c> of the pod, and the reason of the event.</param>
internal sealed record Refusal(string Reason, string Message);

/// <summary>
/// The node is the last arbiter of what it runs: whoever bound a pod may have known less, or may have bound it to several others' cost. Pure. The first rule that is broken counts, in the
/// order and the words of the kubelet's predicate admission; unlike there no pod is evicted for the sake of a critical one.
/// </summary>
internal static class NodeAdmission
{
    private const string Os = "linux";
    private const string OsLabel = "kubernetes.io/os";
    private const string PodCount = "pods";

    // The order in which the kubelet looks at them; all others come after.
    private static readonly string[] First = ["cpu", "memory", "ephemeral-storage"];

    /// <summary>Null if the node takes the pod.</summary>
    public static Refusal? Check(Pod pod, NodeObject node, AdmittedPods others) => System(pod) ?? Resources(pod, node, others) ?? Place(pod, node, others);

    private static Refusal? System(Pod pod)
    {
        if (pod.Metadata.Labels?.GetValueOrDefault(OsLabel, Os) is not (null or Os))
        {
            return new Refusal("PodOSSelectorNodeLabelDoesNotMatch", $"Failed to admit pod as the `{OsLabel}` label doesn't match node label");
        }

        return pod.Spec.Os is { Name: not Os } ? new Refusal("PodOSNotSupported", "Failed to admit pod as the OS field doesn't match node OS") : null;
    }

    private static Refusal? Resources(Pod pod, NodeObject node, AdmittedPods others)
    {
        var allocatable = node.Status.Allocatable ?? node.Status.Capacity;
        if (allocatable is null)
        {
            // It has reported nothing yet.
            return null;
        }

        if (others.Count + 1 > Capacity(PodCount))
        {
            return OutOf(PodCount, 1, others.Count);
        }

        foreach (var (resource, requested) in PodShare.Of(pod).Amounts.OrderBy(static a => Array.IndexOf(First, a.Key) is var i and >= 0 ? i : First.Length).ThenBy(static a => a.Key, StringComparer.Ordinal))
        {
            // What the node has never heard of is the cluster's to hand out.
            var isForeign = IsExtended(resource) && !allocatable.ContainsKey(resource);
            if (!isForeign && requested > Capacity(resource) - others.Taken(resource))
            {
                return OutOf(resource, requested, others.Taken(resource));
            }
        }

        return null;

        long Capacity(string resource) => allocatable.TryGetValue(resource, out var amount) ? PodShare.Amount(resource, amount) : 0;

        Refusal OutOf(string resource, long requested, long used) => new(
            "OutOf" + resource, $"Node didn't have enough resource: {resource}, requested: {requested}, used: {used}, capacity: {Capacity(resource)}");
    }

    private static Refusal? Place(Pod pod, NodeObject node, AdmittedPods others)
    {
        if (!NodeSelection.Matches(pod.Spec, node.Metadata.Name ?? "", node.Metadata.Labels))
        {
            return Predicate("NodeAffinity", "node(s) didn't match Pod's node affinity/selector");
        }

        if (PodPorts.HostPorts(pod).Any(others.HasPort))
        {
            return Predicate("NodePorts", "node(s) didn't have free ports for the requested pod ports");
        }

        return node.Spec.Taints.OrEmpty().Any(t => t.Effect == "NoExecute" && TaintTolerance.For(t, pod.Spec.Tolerations) is null)
            ? Predicate("TaintToleration", "node(s) had taints that the pod didn't tolerate")
            : null;
    }

    private static Refusal Predicate(string name, string what) => new(name, $"Predicate {name} failed: {what}");

    private static bool IsExtended(string resource) => resource.Contains('/', StringComparison.Ordinal) && !resource.Contains("kubernetes.io/", StringComparison.Ordinal);
}
