using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;
using ActorKube.NodeAgent.Fencing.Guards;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.EndToEnd.Tests.Guards;

/// <summary>There is one guard a data folder, for as long as it is needed.</summary>
public sealed class GuardProcessTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly GuardFiles _files = new(Directory.CreateTempSubdirectory("actorkube-guard-").FullName);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task GuardProcess_Stopped_LeavesTheGuardUntilItIsDismissed()
    {
        KeepForEver();
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "actorkube.dll")];
        await using (var host = new GuardProcess(_files, new GuardOptions { NodeId = "node" }, program, TimeProvider.System, NullLogger<GuardProcess>.Instance))
        {
            host.Start();
            await GuardedAsync();
        }

        Assert.True(_files.IsGuarded);
        await _files.DismissAsync(TimeProvider.System, Cancellation);
        Assert.False(_files.IsGuarded);
    }

    [Fact(Timeout = 120_000)]
    public async Task Guard_SecondOfAFolder_Ends()
    {
        KeepForEver();
        await using var first = StartGuard();
        await first.WaitForLineAsync("Guarding");
        await using var second = StartGuard();
        await second.WaitForLineAsync("Another guard is there.");
        Assert.Equal(0, await second.WaitForExitAsync());
        Assert.True(_files.IsGuarded);
        await first.SignalAsync("TERM");
        Assert.Equal(0, await first.WaitForExitAsync());
    }

    public void Dispose() => Directory.Delete(_files.Directory, recursive: true);

    private TestProcess StartGuard() => TestProcess.Start("actorkube.dll", ["guard", "--data", _files.Directory, "--node-id", "node"]);

    private void KeepForEver()
    {
        using var lease = GuardLease.Open(_files.Lease);
        lease.Renew(TimeSpan.MaxValue);
    }

    private async Task GuardedAsync()
    {
        using var timer = new PeriodicTimer(Step);
        while (!_files.IsGuarded)
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }
}
