using System.CommandLine;
using ActorKube.Host.Launcher;

namespace ActorKube.Host.Commands;

/// <summary><c>down</c>: stops the host. Pods go on, unless everything is to be purged.</summary>
internal static class DownCommand
{
    public static Command Create()
    {
        var command = new Command("down", "Stop ActorKube. Pods keep running.");
        var purge = new Option<bool>("--purge") { Description = "Remove its containers and its data as well." };
        var options = new HostOptions();
        options.AddTo(command);
        command.Options.Add(purge);
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = options.Read(result);
            var files = new HostFiles(settings.DataDirectory);
            var stopped = await new HostProcess(files, TimeProvider.System).StopAsync(cancellationToken).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(stopped ? "ActorKube is stopped." : "ActorKube does not run.").ConfigureAwait(false);
            if (result.GetValue(purge))
            {
                await Purge.RunAsync(settings, cancellationToken).ConfigureAwait(false);
                await Console.Out.WriteLineAsync("Containers and data are removed.").ConfigureAwait(false);
            }

            return 0;
        });
        return command;
    }
}
