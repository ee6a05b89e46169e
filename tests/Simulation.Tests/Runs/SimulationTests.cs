using ActorKube.Simulation.Runs;

namespace ActorKube.Simulation.Tests.Runs;

/// <summary>Clusters under faults, a different history for each seed. A seed that fails is replayed by <c>./actorkube bench simulate --seed S --faults-for 25 --verbose</c>.</summary>
public sealed class SimulationTests
{
    private static readonly SimulationOptions Three = new() { FaultsFor = TimeSpan.FromSeconds(25) };
    private static readonly SimulationOptions Five = new() { Hosts = 5, FaultsFor = TimeSpan.FromSeconds(25) };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    public static TheoryData<int> FewSeeds => [.. Enumerable.Range(10_001, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ThreeHosts_UnderFaults_KeepTheirPromises(int seed) => Passes(seed, Three);

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void FiveHosts_UnderFaults_KeepTheirPromises(int seed) => Passes(seed, Five);

    private static void Passes(int seed, SimulationOptions options) => Assert.Equal("", string.Join(Environment.NewLine, SimulationRun.Execute(seed, options).Violations));
}
