using System.CommandLine;
using System.Runtime.InteropServices;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Commands;

/// <summary><c>serve</c>: runs the host in the foreground until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run the host in the foreground.");
        var options = new HostOptions();
        options.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(options.Read(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        using var logs = LoggerFactory.Create(b => b.AddSimpleConsole(c =>
        {
            c.SingleLine = true;
            c.UseUtcTimestamp = true;
            c.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        }).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning));
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }

        using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        RememberedSettings.Write(settings);
        await using var host = new ClusterHost(settings, TimeProvider.System, logs);
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Serving {settings.Url.GetLeftPart(UriPartial.Authority)}").ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
        return 0;
    }
}
