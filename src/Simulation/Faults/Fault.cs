using System.Globalization;
using ActorKube.Simulation.Runs;

namespace ActorKube.Simulation.Faults;

/// <summary>Something that goes wrong for some time.</summary>
/// <param name="Name">In words.</param>
/// <param name="At">When it begins, from the beginning of the plan.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Begin">Does it.</param>
/// <param name="End">Undoes it.</param>
internal sealed record Fault(string Name, TimeSpan At, TimeSpan For, Action<SimulatedCluster> Begin, Action<SimulatedCluster> End)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} for {For.TotalSeconds:0.0} s");
}
