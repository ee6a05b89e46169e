using ActorKube.Engine.Objects;

namespace ActorKube.Network.Proxy;

internal static class Zone
{
    private const string Label = "topology.kubernetes.io/zone";

    /// <summary>Of a node; null for none.</summary>
    public static string? Of(StoredObject node) => node.Header.Labels.TryGetValue(Label, out var zone) && zone.Length > 0 ? zone : null;
}
