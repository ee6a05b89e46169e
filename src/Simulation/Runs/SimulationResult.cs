namespace ActorKube.Simulation.Runs;

/// <summary>What came of a simulation.</summary>
/// <param name="Seed">Replays it.</param>
/// <param name="Violations">What happened that must not, in order; empty if all is well.</param>
/// <param name="Hash">Of the whole history: two runs with the same are the same.</param>
/// <param name="Steps">Steps of tasks.</param>
/// <param name="Acknowledged">Writes that clients were told are done.</param>
public sealed record SimulationResult(int Seed, IReadOnlyList<string> Violations, string Hash, long Steps, TimeSpan VirtualTime, int Acknowledged);
