using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Policies.Rules;

/// <summary>Reads pods.</summary>
/// <param name="nodeName">This node's.</param>
/// <param name="announced">Addresses that pods of this node have been given but that their status doesn't show yet; by uid.</param>
internal sealed class PodFacts(string nodeName, Func<string, IReadOnlyList<string>> announced)
{
    /// <summary>Null for a pod that policies have nothing to do with: without an address, with those of its node, or ended.</summary>
    public PodFact? Read(StoredObject stored)
    {
        var pod = stored.Read<Pod>();
        if (pod.Spec.HostNetwork || PodPhases.IsTerminal(pod.Status.Phase))
        {
            return null;
        }

        var isLocal = pod.Spec.NodeName == nodeName;
        var texts = (pod.Status.PodIPs ?? []).Select(static i => i.Ip).Append(pod.Status.PodIP ?? "").Concat(isLocal ? announced(stored.Header.Uid) : []).Where(static t => t.Length > 0).Distinct().ToList();
        if (texts.Count == 0)
        {
            return null;
        }

        var addresses = texts.Where(static t => Ipv4.TryParse(t, out _)).ToList();
        return new PodFact(stored.Header.Uid, stored.Header.CreationTimestamp ?? default, isLocal)
        {
            Addresses = [.. addresses],
            Unfiltered = [.. texts.Except(addresses)],
            Ports = [.. Ports(pod.Spec).DistinctBy(static p => p.Port)],
        };
    }

    /// <summary>Of containers and sidecars: the first that gives a name has it.</summary>
    private static IEnumerable<(NamedPort Port, int Number)> Ports(PodSpec spec) =>
        from container in (spec.Containers ?? []).Concat((spec.InitContainers ?? []).Where(PodContainers.IsSidecar))
        from port in container.Ports ?? []
        where port.Name is { Length: > 0 } && port.Port > 0
        let transport = Transports.Parse(port.Protocol)
        where transport is not null
        select (new NamedPort(transport.Value, port.Name!), port.Port);
}
