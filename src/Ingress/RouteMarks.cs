using ActorKube.Engine.Objects;

namespace ActorKube.Ingresses;

/// <summary>What has to be looked at again.</summary>
internal sealed class RouteMarks
{
    /// <summary>Which Ingresses are ours, or what they say: everything.</summary>
    public bool Rules { get; set; }

    /// <summary>Namespaces and names of services that have changed, or their endpoints.</summary>
    public HashSet<(string Namespace, string Name)> Services { get; } = [];

    public HashSet<ObjectKey> Secrets { get; } = [];
}
