using System.CommandLine;
using System.Runtime.InteropServices;
using ActorKube.Host.Composition;
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, s =>
        {
            s.Cancel = true;
            stop.Cancel();
        });
        await using var host = new ClusterHost(settings, TimeProvider.System, logs);
        await host.StartAsync(stop.Token).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Serving {settings.Url}").ConfigureAwait(false);
        await UntilAsync(stop.Token).ConfigureAwait(false);
        return 0;
    }

    private static Task UntilAsync(CancellationToken token)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(() => stopped.TrySetResult());
        return stopped.Task;
    }
}
