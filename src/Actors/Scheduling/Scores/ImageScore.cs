using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>
/// Prefers nodes that have the pod's images already. An image counts by its size times the part of the compared nodes that have it, so that one node with a rare image does not get all pods of it;
/// less than 23 MB count nothing, 1,000 MB a container and more count 100. An image of 600 MB on half of the nodes: 100 * (300 - 23) / (1000 - 23) = 28.
/// </summary>
internal sealed class ImageScore(Pod pod) : INodeScore
{
    private const double Least = 23L * 1024 * 1024;
    private const double Most = 1000L * 1024 * 1024;

    public int Weight => 1;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        var images = 0;
        foreach (var container in (pod.Spec.InitContainers ?? []).Concat(pod.Spec.Containers ?? []))
        {
            images++;
            Add(NodeImages.Normalized(container.Image ?? ""), nodes, rates);
        }

        var most = Most * images;
        foreach (ref var rate in rates)
        {
            rate = 100 * (Math.Clamp(rate, Least, most) - Least) / (most - Least);
        }
    }

    private static void Add(string image, ReadOnlySpan<Candidate> nodes, Span<double> sums)
    {
        var having = 0;
        foreach (var node in nodes)
        {
            having += node.Facts.Images.ContainsKey(image) ? 1 : 0;
        }

        for (var i = 0; having > 0 && i < sums.Length; i++)
        {
            sums[i] += (double)nodes[i].Facts.Images.GetValueOrDefault(image) * having / nodes.Length;
        }
    }
}
