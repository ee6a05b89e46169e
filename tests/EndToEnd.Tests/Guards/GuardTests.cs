using ActorKube.Api.Core;
using ActorKube.NodeAgent.Fencing.Guards;

namespace ActorKube.EndToEnd.Tests.Guards;

/// <summary>What must not run twice ends in time although its host can't do anything about it.</summary>
public sealed class GuardTests(GuardEngine engine) : IClassFixture<GuardEngine>, IDisposable
{
    private const string NodeLabel = "io.actorkube.node";

    private readonly string _directory = Directory.CreateTempSubdirectory("actorkube-guard-").FullName;
    private readonly string _node = "guard-" + Guid.NewGuid().ToString("n")[..12];

    [Theory(Timeout = 180_000)]
    [InlineData("STOP")]
    [InlineData("KILL")]
    public async Task Guard_HostStoppedOrKilled_KillsWhatMustNotRunTwiceAndLeavesTheRest(string signal)
    {
        var once = await engine.RunAsync(new() { [NodeLabel] = _node, [RunOnce.Annotation] = "true" });
        var free = await engine.RunAsync(new() { [NodeLabel] = _node });
        var foreign = await engine.RunAsync(new() { [NodeLabel] = _node + "-2", [RunOnce.Annotation] = "true" });
        await using var host = StartHost();
        await host.WaitForLineAsync("Keeping");
        await using var guard = StartGuard();
        await guard.WaitForLineAsync("Guarding");
        Assert.True(await engine.IsRunningAsync(once));

        await host.SignalAsync(signal);
        using var lease = GuardLease.Open(LeasePath);
        var until = lease.Until;
        await engine.WaitForEndAsync(once);
        Assert.True(lease.Now < until, $"it ended {(lease.Now - until).TotalMilliseconds:0} ms late");

        // A start that was under way comes late.
        await engine.StartAsync(once);
        await engine.WaitForEndAsync(once);
        Assert.True(await engine.IsRunningAsync(free));
        Assert.True(await engine.IsRunningAsync(foreign));

        lease.Dismiss();
        Assert.Equal(0, await guard.WaitForExitAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task Guard_HostGoesOn_LeavesItAlone()
    {
        var once = await engine.RunAsync(new() { [NodeLabel] = _node, [RunOnce.Annotation] = "true" });
        await using var host = StartHost();
        await host.WaitForLineAsync("Keeping");
        await using var guard = StartGuard();
        await host.SignalAsync("STOP");
        await engine.WaitForEndAsync(once);

        await host.SignalAsync("CONT");
        await guard.WaitForLineAsync("is alive");
        await engine.StartAsync(once);
        await Assert.ThrowsAsync<TimeoutException>(() => engine.WaitForEndAsync(once).WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string LeasePath => Path.Combine(_directory, "guard.lease");

    private TestProcess StartHost() => TestProcess.Start("ActorKube.EndToEnd.Tests.dll", [LeaseKeeper.Argument, LeasePath]);

    private TestProcess StartGuard() => TestProcess.Start("actorkube.dll", ["guard", "--data", _directory, "--node-id", _node], engine.Endpoint);
}
