using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Simulation.Checks;

/// <summary>The pods that are bound to a node, and haven't ended, ask for no more than it has.</summary>
internal sealed class CapacityCheck(History history) : IEventCheck
{
    private readonly Dictionary<string, (long Cpu, long Pods)> _nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ObjectKey, (string Node, long Cpu)> _pods = [];

    public void See(JournalEvent item)
    {
        switch (item.Key.Resource)
        {
            case "nodes" when item.Kind == ChangeKind.Put:
                var capacity = ApiWriter.FromUtf8<Node>(item.State.Json.Span).Status.Allocatable;
                _nodes[item.Key.Name] = capacity is null ? default : (capacity["cpu"].MilliValue(), capacity["pods"].Value());
                break;
            case "pods":
                See(item.Key, item.Kind == ChangeKind.Put ? ApiWriter.FromUtf8<Pod>(item.State.Json.Span) : null);
                break;
            default:
                break;
        }
    }

    private void See(ObjectKey key, Pod? pod)
    {
        if (pod is not { Spec.NodeName: { } node } || PodPhases.IsTerminal(pod.Status.Phase))
        {
            _pods.Remove(key);
            return;
        }

        if (!_pods.TryAdd(key, (node, pod.Spec.Containers!.Sum(static c => c.Resources.Requests?.GetValueOrDefault("cpu").MilliValue() ?? 0))))
        {
            return;
        }

        var there = _pods.Values.Where(p => p.Node == node).ToList();
        var limit = _nodes.GetValueOrDefault(node);
        if (there.Count > limit.Pods || there.Sum(static p => p.Cpu) > limit.Cpu)
        {
            history.Violated($"node {node} has {limit.Pods} places and {limit.Cpu}m, and carries {there.Count} pods that ask for {there.Sum(static p => p.Cpu)}m");
        }
    }
}
