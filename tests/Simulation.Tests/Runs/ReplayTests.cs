using System.Diagnostics;
using ActorKube.Simulation.Runs;

namespace ActorKube.Simulation.Tests.Runs;

/// <summary>A seed has one history, wherever and whenever it is run.</summary>
public sealed class ReplayTests
{
    /// <summary>Names the file into which another process of this test writes what it found.</summary>
    private const string Answer = "ACTORKUBE_SIMULATION_HASH_FILE";

    private static readonly SimulationOptions Short = new() { FaultsFor = TimeSpan.FromSeconds(10) };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Seed_RunTwice_HasOneHistory(int seed)
    {
        var first = SimulationRun.Execute(seed, Short);
        var second = SimulationRun.Execute(seed, Short);
        Assert.Equal((first.Hash, first.Steps), (second.Hash, second.Steps));
        Assert.NotEqual(first.Hash, SimulationRun.Execute(seed + 1, Short).Hash);
    }

    /// <summary>Strings hash differently in every process; nothing may depend on that.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Seed_RunInTwoProcesses_HasOneHistory()
    {
        var hashes = string.Join(' ', Enumerable.Range(1, 5).Select(static seed => SimulationRun.Execute(seed, Short).Hash));
        if (Environment.GetEnvironmentVariable(Answer) is { } asked)
        {
            await File.WriteAllTextAsync(asked, hashes, TestContext.Current.CancellationToken);
            return;
        }

        var answer = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ActorKube.Simulation.Tests"), ["-method", "*." + nameof(Seed_RunInTwoProcesses_HasOneHistory)])
        {
            RedirectStandardOutput = true,
            Environment = { [Answer] = answer },
        };
        try
        {
            using var other = Process.Start(start)!;
            var output = await other.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await other.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(other.ExitCode == 0, output);
            Assert.Equal(hashes, await File.ReadAllTextAsync(answer, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(answer);
        }
    }
}
