using ActorKube.Simulation.Runs;
using ActorKube.Simulation.Tests.Planted;

namespace ActorKube.Simulation.Tests.Runs;

/// <summary>The simulation is worth as much as what it finds: it must find bugs that are put into it.</summary>
public sealed class PlantedBugTests
{
    /// <summary>Within so many seeds.</summary>
    private const int Seeds = 40;

    [Fact]
    public void UniquenessCheck_Off_LosesWrites() =>
        Finds(new SimulationOptions { Store = static store => new WithoutUniqueness(store) }, "a write is lost", "is bound to");

    /// <summary>Gates that let everybody pass: what two hosts decide at the same time breaks rules.</summary>
    [Fact]
    public void Gates_ThatLetEverybodyPass_BreakRulesOfPlacement() =>
        Finds(new SimulationOptions { Store = static store => new WithoutUniqueness(store, "gates"), FaultsFor = TimeSpan.FromSeconds(25) }, "is bound to");

    [Fact]
    public void Fence_OverLaterThanTheReplacementStarts_RunsTwice() =>
        Finds(new SimulationOptions { SafeAfterDeath = static times => times.FenceAfter / 5 }, "while it ran on", "takes itself for alive");

    [Fact]
    public void Feed_ThatSkipsAnEvent_ShowsAGap() =>
        Finds(new SimulationOptions { Journal = static journal => new SkippingJournal(journal) }, "comes next");

    private static void Finds(SimulationOptions planted, params string[] expected)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var result = SimulationRun.Execute(seed, planted);
            if (result.Violations.Count > 0)
            {
                Assert.Contains(expected, text => result.Violations[0].Contains(text, StringComparison.Ordinal));
                return;
            }
        }

        Assert.Fail($"Nothing found in {Seeds} seeds.");
    }
}
