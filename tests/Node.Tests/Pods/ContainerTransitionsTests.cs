using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Tests.Pods;

public sealed class ContainerTransitionsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    /// <summary>Engines hear of an end and of its reason in different ways.</summary>
    [Theory]
    [InlineData("Error", "OOMKilled", "OOMKilled")]
    [InlineData("OOMKilled", "Error", "OOMKilled")]
    [InlineData("Error", "Completed", "Error")]
    public void Observed_EndedAndLookedAtAgain_KnowsTheReason(string first, string second, string expected)
    {
        var known = ContainerTransitions.Ran(new ContainerRecord(), Ended(first), spec: null);

        var seen = ContainerTransitions.Observed(known, "c1", Ended(second), spec: null, Now);

        Assert.Equal(expected, seen.Current?.Reason);
    }

    private static ContainerInstance Ended(string reason) => new() { Id = "c1", SandboxId = "s1", State = ContainerState.Exited, ExitCode = 137, Reason = reason };
}
