using ActorKube.Api.Core;

namespace ActorKube.Actors.Tests.Scheduling.Reference;

/// <summary>A cluster as plain lists.</summary>
/// <param name="Namespaces">Labels of the namespaces.</param>
internal sealed record ReferenceCluster(IReadOnlyList<Node> Nodes, IReadOnlyList<Pod> Pods, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Namespaces)
{
    public Node NodeOf(Pod pod) => Nodes.Single(n => n.Metadata.Name == pod.Spec.NodeName);

    public ReferenceCluster Without(IEnumerable<Pod> gone) => this with { Pods = [.. Pods.Except(gone, ReferenceEqualityComparer.Instance).Cast<Pod>()] };
}
