using System.CommandLine;
using System.Runtime.InteropServices;
using ActorKube.Host.Launcher;
using ActorKube.NodeAgent.Fencing.Guards;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Commands;

/// <summary><c>guard</c>: the process that stands by a host and kills what must not run twice when the host can't. Started by the host, one a data folder.</summary>
internal static class GuardCommand
{
    // A host that looks whether there is a guard holds the lock for a moment.
    private const int LockTries = 40;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Folder of the host's state." };
        var node = new Option<string>("--node-id") { Required = true, Description = "Whose containers." };
        var margin = new Option<double>("--margin") { Description = "Seconds before the end of the last vouch.", DefaultValueFactory = static _ => 1 };
        var command = new Command("guard", "Guard what must not run twice.") { Hidden = true };
        command.Options.Add(data);
        command.Options.Add(node);
        command.Options.Add(margin);
        command.SetAction((result, cancellationToken) => RunAsync(
            new GuardFiles(Path.GetFullPath(result.GetValue(data)!)),
            new GuardOptions { NodeId = result.GetValue(node)!, Margin = TimeSpan.FromSeconds(result.GetValue(margin)) },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GuardFiles files, GuardOptions options, CancellationToken cancellationToken)
    {
        await using var held = await LockAsync(files, cancellationToken).ConfigureAwait(false);
        if (held is null)
        {
            await Console.Out.WriteLineAsync("Another guard is there.").ConfigureAwait(false);
            return 0;
        }

        ProtectFromMemoryKiller();
        using var logs = LoggerFactory.Create(static b => b.AddSimpleConsole(static c =>
        {
            c.SingleLine = true;
            c.UseUtcTimestamp = true;
            c.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        }));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, static signal => signal.Cancel = true);
        using var lease = GuardLease.Open(files.Lease);
        using var guard = new Guard(options, lease, TimeProvider.System, logs.CreateLogger<Guard>());
        await Console.Out.WriteLineAsync("Guarding").ConfigureAwait(false);
        await guard.RunAsync(stop.Token).ConfigureAwait(false);
        return 0;
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    private static async Task<FileStream?> LockAsync(GuardFiles files, CancellationToken cancellationToken)
    {
        var held = files.TryLock();
        for (var tries = 1; held is null && tries < LockTries; tries++)
        {
            await Task.Delay(Step, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            held = files.TryLock();
        }

        return held;
    }

    /// <summary>A machine short of memory must not lose it of all processes. Only root may ask for that.</summary>
    private static void ProtectFromMemoryKiller()
    {
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "-900");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"guard: not protected from the memory killer: {e.Message}");
        }
    }
}
