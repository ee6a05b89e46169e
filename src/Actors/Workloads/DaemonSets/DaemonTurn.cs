using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>A node that a turn of a DaemonSet looks at.</summary>
/// <param name="Pods">Its pods, in the order of <see cref="DaemonPods.ByNode"/>.</param>
internal sealed record DaemonNode(string Name, NodeFit Fit, List<Claimed<Pod>> Pods);

/// <summary>One turn of a DaemonSet: the nodes with its pods on them. Lives for one turn.</summary>
internal sealed class DaemonTurn
{
    private readonly string? _generation;

    public DaemonTurn(ReconcileContext context, DaemonSet set, string hash, IEnumerable<NodeSlot> nodes, List<Claimed<Pod>> pods)
    {
        (Context, Set, Hash, Pods) = (context, set, hash, pods);
        _generation = DaemonTemplate.GenerationOf(set);
        var fits = new NodeFits(set);
        var byNode = DaemonPods.ByNode(pods);
        foreach (var facts in nodes.Select(static n => n.Facts).OfType<NodeFacts>())
        {
            byNode.Remove(facts.Name, out var here);
            Nodes.Add(new DaemonNode(facts.Name, fits.Of(facts), here ?? []));
        }

        Stray = [.. byNode.Values.SelectMany(static p => p)];
        Desired = Nodes.Count(static n => n.Fit.Runs);
    }

    public ReconcileContext Context { get; }

    public DaemonSet Set { get; }

    /// <summary>What names the present template.</summary>
    public string Hash { get; }

    public List<Claimed<Pod>> Pods { get; }

    /// <summary>The nodes that there are, by name.</summary>
    public List<DaemonNode> Nodes { get; } = [];

    /// <summary>Pods whose node isn't there.</summary>
    public List<Claimed<Pod>> Stray { get; }

    /// <summary>Nodes that are to have a pod.</summary>
    public int Desired { get; }

    /// <summary>Nodes that may have a second pod during an update: a number or a percentage rounded up.</summary>
    public int MaxSurge => Scaled(Set.Spec.UpdateStrategy.RollingUpdate?.MaxSurge ?? 0, Desired);

    /// <summary>Nodes that may be without during an update. When neither is allowed one may be, else nothing could ever move.</summary>
    public int MaxUnavailable => Scaled(Set.Spec.UpdateStrategy.RollingUpdate?.MaxUnavailable ?? 0, Desired) is var most && most == 0 && MaxSurge == 0 ? 1 : most;

    /// <summary>Whether the strategy speaks of second pods at all, on whatever number of nodes.</summary>
    public bool AllowsSurge => Scaled(Set.Spec.UpdateStrategy.RollingUpdate?.MaxSurge ?? 0, 1) > 0;

    public bool IsRolling => Set.Spec.UpdateStrategy.Type == UpdateStrategies.RollingUpdate;

    public bool IsAvailable(Claimed<Pod> pod) => PodFacts.Of(pod.Stored).IsAvailable(Set.Spec.MinReadySeconds, Context.Now);

    /// <summary>Made from the present template.</summary>
    public bool IsUpdated(Claimed<Pod> pod)
    {
        var labels = pod.Stored.Header.Labels;
        return labels[WorkloadLabels.ControllerRevisionHash] == Hash || (_generation is not null && labels[DaemonTemplate.GenerationLabel] == _generation);
    }

    public Func<string, Pod> PodMaker()
    {
        var template = DaemonTemplate.WithVersion(DaemonTemplate.WithTolerations(Set.Spec.Template), Hash, _generation);
        return node => DaemonTemplate.PodFor(Set, template, node);
    }

    private int Scaled(IntOrString value, int total) => IsRolling ? value.GetScaledValue(total, roundUp: true) : 0;
}
