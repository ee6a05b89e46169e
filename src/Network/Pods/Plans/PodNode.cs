using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Pods.Plans;

/// <summary>What the pod network knows of a node.</summary>
/// <param name="Address">Its InternalIP; null while it has said none.</param>
/// <param name="Range">Addresses of its pods; null while it has none.</param>
internal sealed record PodNode(string Name, uint? Address, Ipv4Network? Range)
{
    public static PodNode Of(StoredObject stored)
    {
        var node = stored.Read<Node>();
        var address = (node.Status.Addresses ?? []).Where(static a => a.Type == "InternalIP").Select(static a => Ipv4.TryParse(a.Address, out var ip) ? ip : (uint?)null).FirstOrDefault(static a => a is not null);
        var range = (node.Spec.PodCIDRs ?? []).Select(static c => Ipv4Network.TryParse(c, out var network) ? network : (Ipv4Network?)null).FirstOrDefault(static n => n is not null);
        return new PodNode(stored.Key.Name, address, range);
    }
}
