using System.Diagnostics;
using System.Globalization;
using ActorKube.Host.Launcher;
using ActorKube.NodeAgent.Fencing.Guards;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>Sees to it that a guard runs for as long as the host does. The guard is in a session of its own and survives the host: that is what it is for.</summary>
/// <param name="program">How this program is started, without its arguments.</param>
internal sealed partial class GuardProcess(GuardFiles files, GuardOptions options, IReadOnlyList<string> program, TimeProvider time, ILogger<GuardProcess> log) : IAsyncDisposable
{
    /// <summary>Without a guard for so long at most, should somebody kill it.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <summary>The program that runs now, whether by its own name or by that of <c>dotnet</c>.</summary>
    public static IReadOnlyList<string> OwnProgram => Environment.ProcessPath switch
    {
        null => throw new InvalidOperationException("The path of this program is unknown."),
        var path when Path.GetFileNameWithoutExtension(path) == "dotnet" => [path, Path.GetFullPath(Environment.GetCommandLineArgs()[0])],
        var path => [path],
    };

    public void Start() => _running = RunAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await EnsureAsync(stop).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task EnsureAsync(CancellationToken stop)
    {
        try
        {
            if (!files.IsGuarded)
            {
                await SpawnAsync(stop).ConfigureAwait(false);
                LogStarted(log, files.Directory);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // The agent fences by itself meanwhile.
            LogFailed(log, e);
        }
    }

    private async Task SpawnAsync(CancellationToken cancellationToken)
    {
        // One who is late finds the lock taken, and ends.
        const string script = "log=$1; shift; setsid \"$@\" >>\"$log\" 2>&1 </dev/null &";
        var start = new ProcessStartInfo("/bin/sh", ["-c", script, "sh", files.Log, .. program, "guard", "--data", files.Directory, "--node-id", options.NodeId, "--margin", options.Margin.TotalSeconds.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };

        // It stands by for weeks and does next to nothing: small before fast.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x4000000";
        using var shell = Process.Start(start) ?? throw new InvalidOperationException("The guard's shell can't be started.");
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"The guard can't be started; see {files.Log}.");
        }
    }

    [LoggerMessage(1, LogLevel.Information, "A guard of {Directory} is started")]
    private static partial void LogStarted(ILogger log, string directory);

    [LoggerMessage(2, LogLevel.Error, "The guard could not be started")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
