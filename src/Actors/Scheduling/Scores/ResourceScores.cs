using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>Prefers nodes with more left: of CPU and memory the mean of the free parts. 1 of 4 CPUs and half of the memory taken: (75 + 50) / 2 = 62.5.</summary>
internal sealed class LeastAllocatedScore(PodDemand demand) : INodeScore
{
    public int Weight => 1;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = 100 - (50 * (Fractions.Cpu(nodes[i], demand) + Fractions.Memory(nodes[i], demand)));
        }
    }
}

/// <summary>
/// Prefers nodes with less left: of CPU and memory the mean of the taken parts. 1 of 4 CPUs and half of the memory taken: (25 + 50) / 2 = 37.5. Weighs more than everything that spreads.
/// </summary>
internal sealed class MostAllocatedScore(PodDemand demand) : INodeScore
{
    public int Weight => 20;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = 50 * (Fractions.Cpu(nodes[i], demand) + Fractions.Memory(nodes[i], demand));
        }
    }
}

/// <summary>Prefers nodes on which CPU and memory run out together: 75% of the one and 25% of the other taken: 100 - 25 = 75.</summary>
internal sealed class BalancedAllocationScore(PodDemand demand) : INodeScore
{
    public int Weight => 1;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = 100 - (50 * Math.Abs(Fractions.Cpu(nodes[i], demand) - Fractions.Memory(nodes[i], demand)));
        }
    }
}

/// <summary>What would be taken of a node, from 0 to 1, with the pod on it.</summary>
file static class Fractions
{
    public static double Cpu(Candidate node, PodDemand demand) =>
        Fraction(node.Load.ScoredCpu + demand.ScoredCpu, node.Facts.Cpu);

    public static double Memory(Candidate node, PodDemand demand) =>
        Fraction(node.Load.ScoredMemory + demand.ScoredMemory, node.Facts.Memory);

    private static double Fraction(long taken, long all) => all == 0 ? 1 : Math.Min(1, taken / (double)all);
}
