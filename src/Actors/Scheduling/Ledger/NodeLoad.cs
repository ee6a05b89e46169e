using System.Collections.Immutable;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>The pods of a node and what they take of it together. Immutable: a node with 110 pods is copied in less than a microsecond.</summary>
internal sealed class NodeLoad
{
    private const long Unknown = long.MinValue;

    private readonly long _cpu;
    private readonly long _memory;
    private readonly ImmutableArray<KeyValuePair<string, long>> _taken;
    private readonly ImmutableArray<KeyValuePair<string, long>> _controlled;

    private long _lowest = Unknown;

    private NodeLoad() => (Pods, _taken, _controlled) = ([], [], []);

    /// <param name="sign">1 for a pod that comes, -1 for one that goes.</param>
    private NodeLoad(NodeLoad before, ImmutableArray<PlacedPod> pods, PlacedPod pod, int sign)
    {
        (Pods, _cpu, _memory, _taken) = (pods, before._cpu, before._memory, before._taken);
        foreach (var (resource, amount) in pod.Demand.Amounts)
        {
            switch (resource)
            {
                case PodDemand.Cpu:
                    _cpu += sign * amount;
                    break;
                case PodDemand.Memory:
                    _memory += sign * amount;
                    break;
                default:
                    _taken = Add(_taken, resource, sign * amount);
                    break;
            }
        }

        _controlled = pod.Controller is { } controller ? Add(before._controlled, controller, sign) : before._controlled;
        ScoredCpu = before.ScoredCpu + (sign * pod.Demand.ScoredCpu);
        ScoredMemory = before.ScoredMemory + (sign * pod.Demand.ScoredMemory);
        Repelling = before.Repelling + (pod.Repels ? sign : 0);
    }

    public static NodeLoad Empty { get; } = new();

    public ImmutableArray<PlacedPod> Pods { get; }

    public long ScoredCpu { get; }

    public long ScoredMemory { get; }

    /// <summary>Pods that demand not to have certain neighbours: on most nodes none, so that nobody need ask each pod.</summary>
    public int Repelling { get; }

    /// <summary>Priority of the least important pod, worked out when it is asked for; more than any pod's for none.</summary>
    public long LowestPriority
    {
        get
        {
            if (Volatile.Read(ref _lowest) is var known and not Unknown)
            {
                return known;
            }

            var lowest = Pods.IsEmpty ? long.MaxValue : Pods.Min(static p => p.Priority);
            Volatile.Write(ref _lowest, lowest);
            return lowest;
        }
    }

    /// <summary>What is taken of a resource, in the units of <see cref="PodDemand.Amounts"/>.</summary>
    public long Taken(string resource) => resource switch
    {
        PodDemand.Cpu => _cpu,
        PodDemand.Memory => _memory,
        _ => Find(_taken, resource) is var index and >= 0 ? _taken[index].Value : 0,
    };

    /// <summary>How many pods of a controller are there, by its uid.</summary>
    public long Siblings(string controller) => Find(_controlled, controller) is var index and >= 0 ? _controlled[index].Value : 0;

    /// <summary>With the pod, in place of what was known of it.</summary>
    public NodeLoad With(PlacedPod pod)
    {
        var rest = Without(pod);
        return new NodeLoad(rest, rest.Pods.Add(pod), pod, 1);
    }

    /// <summary>Without the pod of that key.</summary>
    public NodeLoad Without(PlacedPod pod)
    {
        for (var i = 0; i < Pods.Length; i++)
        {
            if (Pods[i].Key == pod.Key)
            {
                return new NodeLoad(this, Pods.RemoveAt(i), Pods[i], -1);
            }
        }

        return this;
    }

    public PlacedPod? Find(Engine.Objects.ObjectKey key) => Pods.FirstOrDefault(p => p.Key == key);

    /// <summary>What comes to nothing is left out.</summary>
    private static ImmutableArray<KeyValuePair<string, long>> Add(ImmutableArray<KeyValuePair<string, long>> sums, string name, long amount)
    {
        var index = Find(sums, name);
        return index < 0 ? sums.Add(new(name, amount))
            : sums[index].Value + amount == 0 ? sums.RemoveAt(index)
            : sums.SetItem(index, new(name, sums[index].Value + amount));
    }

    private static int Find(ImmutableArray<KeyValuePair<string, long>> sums, string name)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }
}
