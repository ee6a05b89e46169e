using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Journals;
using ActorKube.Simulation.Hosts;
using ActorKube.Simulation.Load;

namespace ActorKube.Simulation.Checks;

/// <summary>
/// At the moment at which a pod is bound its node has room for it, and a port that it wants; its zone has no pod that it keeps away from, nor one that keeps away from it; and it has those with it
/// that it needs, where there are any.
/// </summary>
internal sealed class PlacementCheck(History history) : IEventCheck
{
    private readonly SortedDictionary<string, Pod> _bound = new(StringComparer.Ordinal);

    public void See(JournalEvent item)
    {
        if (item.Key.Resource != "pods")
        {
            return;
        }

        var pod = ApiWriter.FromUtf8<Pod>(item.State.Json.Span);
        if (item.Kind == ChangeKind.Delete || PodPhases.IsTerminal(pod.Status.Phase) || string.IsNullOrEmpty(pod.Spec.NodeName))
        {
            _bound.Remove(item.Key.Name);
        }
        else
        {
            if (!_bound.ContainsKey(item.Key.Name))
            {
                Check(item.Key.Name, pod);
            }

            _bound[item.Key.Name] = pod;
        }
    }

    private void Check(string name, Pod pod)
    {
        var node = pod.Spec.NodeName!;
        var there = _bound.Values.Where(p => p.Spec.NodeName == node).ToList();
        var asked = there.Append(pod).Sum(MilliCpu);
        if (there.Count + 1 > CapacityCheck.Places || asked > CapacityCheck.MilliCpu)
        {
            history.Violated($"{name} is bound to {node}, which has {CapacityCheck.MilliCpu}m: {asked}m are asked for");
        }

        if (PodPorts.HostPorts(pod).Any(wanted => there.SelectMany(PodPorts.HostPorts).Any(wanted.ConflictsWith)))
        {
            history.Violated($"{name} is bound to {node}, where its port is taken");
        }

        CheckZone(name, pod);
    }

    private void CheckZone(string name, Pod pod)
    {
        var (zone, group) = (Zones.Of(pod.Spec.NodeName!), Neighbours.GroupOf(pod));
        foreach (var (other, found) in _bound.Where(b => Zones.Of(b.Value.Spec.NodeName!) == zone))
        {
            var otherGroup = Neighbours.GroupOf(found);
            if (group is not null && otherGroup is not null && (Neighbours.Repelled(group) == otherGroup || Neighbours.Repelled(otherGroup) == group))
            {
                history.Violated($"{name} is bound to {pod.Spec.NodeName}, in the zone of {other}");
            }
        }

        var together = _bound.Values.Where(static p => Neighbours.GroupOf(p) == Neighbours.Together).ToList();
        if (group == Neighbours.Together && together.Count > 0 && !together.Exists(p => Zones.Of(p.Spec.NodeName!) == zone))
        {
            history.Violated($"{name} is bound to {pod.Spec.NodeName}, and those that it needs are in the other zone");
        }
    }

    private static long MilliCpu(Pod pod) => pod.Spec.Containers!.Sum(static c => c.Resources.Requests?.GetValueOrDefault("cpu").MilliValue() ?? 0);
}
