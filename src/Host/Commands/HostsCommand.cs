using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Host.Composition.Clustering;
using ActorKube.Host.Launcher.Clusters;

namespace ActorKube.Host.Commands;

/// <summary><c>hosts</c>: who is in the cluster, and how up to date; <c>hosts remove</c>: who is to be no more.</summary>
internal static class HostsCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("hosts", "List the hosts of the cluster.");
        var json = new Option<bool>("--json") { Description = "As one JSON object." };
        var options = new LocalOptions();
        options.AddTo(command);
        command.Options.Add(json);
        command.Subcommands.Add(CreateRemove());
        command.SetAction(async (result, cancellationToken) =>
        {
            var hosts = await AskAsync(options.Read(result, Console.Error), cancellationToken).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(result.GetValue(json) ? hosts.ToJsonString(Indented) : HostsTable.Of(hosts)).ConfigureAwait(false);
            return 0;
        });
        return command;
    }

    private static Command CreateRemove()
    {
        var command = new Command("remove", "Remove a host for good: its Node, its place among the hosts and, if it is one of this machine's, its containers and data.");
        var name = new Argument<string>("HOST");
        var options = new LocalOptions();
        options.AddTo(command);
        command.Arguments.Add(name);
        command.SetAction(async (result, cancellationToken) =>
        {
            await new HostRemoval(options.Read(result, Console.Error), TimeProvider.System).RunAsync(result.GetValue(name)!, cancellationToken).ConfigureAwait(false);
            await Console.Out.WriteLineAsync($"{result.GetValue(name)} is removed.").ConfigureAwait(false);
            return 0;
        });
        return command;
    }

    private static async Task<JsonNode> AskAsync(LocalCluster cluster, CancellationToken cancellationToken)
    {
        var (host, api) = await cluster.HealthyAsync(cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException($"No host of {cluster.Directory} answers on this machine.");
        using (api)
        {
            cluster.PointKubeconfigAt(host);
            return await api.TryGetAsync(HostsHandler.Path, cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException($"{host.NodeName} does not tell of the hosts.");
        }
    }
}
