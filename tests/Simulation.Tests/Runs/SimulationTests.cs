using ActorKube.Simulation.Runs;

namespace ActorKube.Simulation.Tests.Runs;

/// <summary>Clusters under faults, a different history for each seed. A seed that fails is replayed by <c>./actorkube bench simulate --seed S --verbose</c>, with the same options.</summary>
public sealed class SimulationTests
{
    private static readonly SimulationOptions Three = new() { FaultsFor = TimeSpan.FromSeconds(25) };
    private static readonly SimulationOptions Five = new() { Hosts = 5, FaultsFor = TimeSpan.FromSeconds(25) };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    public static TheoryData<int> FewSeeds => [.. Enumerable.Range(10_001, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ThreeHosts_UnderFaults_KeepTheirPromises(int seed) => Assert.Empty(SimulationRun.Execute(seed, Three).Violations);

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void FiveHosts_UnderFaults_KeepTheirPromises(int seed) => Assert.Empty(SimulationRun.Execute(seed, Five).Violations);
}
