using System.CommandLine;
using ActorKube.Host.Launcher;

namespace ActorKube.Host.Commands;

/// <summary><c>logs</c>: prints what the host in the background has logged.</summary>
internal static class LogsCommand
{
    public static Command Create()
    {
        var command = new Command("logs", "Print the log of the host.");
        var options = new HostOptions();
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var log = new HostFiles(options.Read(result).DataDirectory).Log;
            if (!File.Exists(log))
            {
                await Console.Error.WriteLineAsync($"There is no log at {log}.").ConfigureAwait(false);
                return 1;
            }

            await using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(Console.OpenStandardOutput(), cancellationToken).ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
