using System.CommandLine;
using System.Runtime.InteropServices;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Timing;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;
using ActorKube.Host.Pki;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Commands;

/// <summary><c>serve</c>: runs the host in the foreground until it is told to stop.</summary>
internal static partial class ServeCommand
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var command = new Command("serve", "Run the host in the foreground.");
        var options = new HostOptions();
        var shared = new SharedHostOptions();
        options.AddTo(command);
        shared.AddTo(command);
        command.SetAction((result, cancellationToken) => ExplainedAsync(() => RunAsync(shared.Read(result, options.Read(result)), cancellationToken)));
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
        Directory.CreateDirectory(settings.DataDirectory);
        new HostFiles(settings.DataDirectory).WritePid(Environment.ProcessId);
        var again = false;
        var log = logs.CreateLogger(typeof(ServeCommand).FullName!);
        using var time = new ManyTimers(TimeProvider.System);
        while (true)
        {
            await using var host = new ClusterHost(settings, time, logs);
            if (await TryStartAsync(host, log, again, cancellationToken).ConfigureAwait(false))
            {
                // Only what works is remembered.
                SettingsFile.Write(settings);
                await Console.Out.WriteLineAsync($"Serving {settings.Url.GetLeftPart(UriPartial.Authority)}").ConfigureAwait(false);
                await Task.WhenAny(stopped.Task, host.Ended).ConfigureAwait(false);
            }
            else
            {
                await Task.WhenAny(stopped.Task, Task.Delay(RetryAfter, TimeProvider.System, cancellationToken)).ConfigureAwait(false);
            }

            if (stopped.Task.IsCompleted)
            {
                await host.SayGoodByeAsync().ConfigureAwait(false);
                return 0;
            }

            again = true;
            LogAgain(log);
            host.Abandon();
        }
    }

    /// <summary>What whoever typed the command can mend is told in a sentence.</summary>
    private static async Task<int> ExplainedAsync(Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ArgumentException or WrongTokenException or MemberNameTakenException or JournalUnavailableException)
        {
            await Console.Error.WriteLineAsync($"serve: {e.Message}{(e.InnerException is { } cause ? " " + cause.Message : "")}").ConfigureAwait(false);
            return 1;
        }
    }

    /// <summary>False if the journal can't be reached. A host that has run before waits for it to come back; at the first start the settings may be wrong.</summary>
    private static async Task<bool> TryStartAsync(ClusterHost host, ILogger log, bool again, CancellationToken cancellationToken)
    {
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (JournalUnavailableException e) when (again)
        {
            LogUnavailable(log, e.Message);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "This host was given up by the cluster, or lost its journal: starting anew")]
    private static partial void LogAgain(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "The journal can't be reached yet: {Error}")]
    private static partial void LogUnavailable(ILogger logger, string error);
}
