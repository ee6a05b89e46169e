using System.CommandLine;
using ActorKube.Host.Launcher;
using ActorKube.Host.Launcher.Clusters;

namespace ActorKube.Host.Commands;

/// <summary><c>down</c>: stops what runs on this machine. Pods go on, unless everything is to be purged.</summary>
internal static class DownCommand
{
    public static Command Create()
    {
        var command = new Command("down", "Stop ActorKube. Pods keep running.");
        var purge = new Option<bool>("--purge") { Description = "Remove its containers and its data as well." };
        var options = new LocalOptions();
        options.AddTo(command);
        command.Options.Add(purge);
        command.SetAction(async (result, cancellationToken) =>
        {
            var cluster = options.Read(result, Console.Out);
            await Console.Out.WriteLineAsync(await StopAsync(cluster, cancellationToken).ConfigureAwait(false) ? "ActorKube is stopped." : "ActorKube does not run.").ConfigureAwait(false);
            if (result.GetValue(purge))
            {
                await Purge.RunAsync(cluster, cancellationToken).ConfigureAwait(false);
                await Console.Out.WriteLineAsync("Containers and data are removed.").ConfigureAwait(false);
            }

            return 0;
        });
        return command;
    }

    /// <summary>The database last: hosts say good-bye in it. False where nothing ran.</summary>
    private static async Task<bool> StopAsync(LocalCluster cluster, CancellationToken cancellationToken)
    {
        var stopped = await Task.WhenAll(cluster.Hosts.Select(h => new HostProcess(new HostFiles(h.DataDirectory), TimeProvider.System).StopAsync(cancellationToken))).ConfigureAwait(false);
        var database = cluster.Database is not null && await cluster.Database.StopAsync(cancellationToken).ConfigureAwait(false);
        return database || stopped.Contains(true);
    }
}
