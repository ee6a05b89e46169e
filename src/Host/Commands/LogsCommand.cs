using System.CommandLine;
using ActorKube.Host.Launcher;

namespace ActorKube.Host.Commands;

/// <summary><c>logs</c>: prints what the hosts in the background have logged.</summary>
internal static class LogsCommand
{
    public static Command Create()
    {
        var command = new Command("logs", "Print the log of the host, or of the hosts one after the other.");
        var name = new Argument<string?>("HOST") { Description = "Only of this one.", Arity = ArgumentArity.ZeroOrOne };
        var options = new LocalOptions();
        options.AddTo(command);
        command.Arguments.Add(name);
        command.SetAction(async (result, cancellationToken) =>
        {
            var wanted = result.GetValue(name);
            var hosts = options.Read(result, Console.Error).Hosts.Where(h => wanted is null || h.NodeName == wanted).ToList();
            if (hosts.Count == 0)
            {
                throw new InvalidOperationException($"There is no host {wanted}.");
            }

            await using var output = Console.OpenStandardOutput();
            var isMissing = false;
            foreach (var host in hosts)
            {
                isMissing |= !await PrintAsync(new HostFiles(host.DataDirectory).Log, hosts.Count > 1 ? host.NodeName : null, output, cancellationToken).ConfigureAwait(false);
            }

            return isMissing ? 1 : 0;
        });
        return command;
    }

    /// <param name="title">Written above; null for none.</param>
    /// <returns>False where there is no log.</returns>
    private static async Task<bool> PrintAsync(string log, string? title, Stream output, CancellationToken cancellationToken)
    {
        if (!File.Exists(log))
        {
            await Console.Error.WriteLineAsync($"There is no log at {log}.").ConfigureAwait(false);
            return false;
        }

        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(title is null ? "" : $"==> {title} <==\n"), cancellationToken).ConfigureAwait(false);
        await using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await stream.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
