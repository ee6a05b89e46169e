using System.Collections.Frozen;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling;

/// <summary>The images that a node says it has.</summary>
internal static class NodeImages
{
    private static readonly IReadOnlyDictionary<string, long> None = FrozenDictionary<string, long>.Empty;

    /// <summary>Sizes in bytes by each of their names.</summary>
    public static IReadOnlyDictionary<string, long> Of(NodeStatus status)
    {
        if (status.Images is not { Count: > 0 } images)
        {
            return None;
        }

        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            foreach (var name in image.Names ?? [])
            {
                sizes[name] = image.SizeBytes;
            }
        }

        return sizes;
    }

    /// <summary>With the tag that is meant when none is given. A colon before a slash begins a port.</summary>
    public static string Normalized(string image) => image.LastIndexOf(':') <= image.LastIndexOf('/') ? image + ":latest" : image;
}
