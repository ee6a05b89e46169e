using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorKube.Actors.Rebalancing;
using ActorKube.Host.Composition.Clustering;

namespace ActorKube.Host.Commands;

/// <summary><c>explain</c>: what the cluster would do, and why not something else.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var command = new Command("explain", "Say what the cluster would do, and why.");
        command.Subcommands.Add(Rebalance());
        command.Subcommands.Add(ExplainPodCommand.Create());
        return command;
    }

    private static Command Rebalance()
    {
        var command = new Command("rebalance", "Say which pods would move from over-full nodes, and why others would not.");
        var json = new Option<bool>("--json") { Description = "As one JSON object." };
        var options = new LocalOptions();
        options.AddTo(command);
        command.Options.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            var healthy = await options.Read(result, Console.Error).HealthyAsync(cancellationToken).ConfigureAwait(false);
            using var api = healthy?.Api;
            if (api is null || await api.TryGetAsync(RebalanceHandler.Path, cancellationToken).ConfigureAwait(false) is not { } answer)
            {
                await Console.Error.WriteLineAsync("ActorKube does not run, or does not answer.").ConfigureAwait(false);
                return 1;
            }

            await Console.Out.WriteLineAsync(result.GetValue(json) ? answer.ToJsonString() : Text(answer.Deserialize(RebalanceJson.Default.RebalanceReport)!)).ConfigureAwait(false);
            return 0;
        });
        return command;
    }

    /// <summary>A line for the whole, and one for each node, the fullest first.</summary>
    internal static string Text(RebalanceReport report)
    {
        var text = new StringBuilder(report.ClusterWide ? "All workloads are rebalanced." : report.On ? "Workloads that ask for it are rebalanced." : "No workload is rebalanced.")
            .Append(CultureInfo.InvariantCulture, $" Nodes are {100 * report.Mean:0}% full in the mean.");
        foreach (var node in report.Nodes)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{node.Name}  {100 * node.Fullness:0}%  ");
            _ = node.Move is { } move
                ? text.Append(CultureInfo.InvariantCulture, $"{move.Namespace}/{move.Pod} goes; {move.To} would be {100 * move.Fullness:0}% full with it")
                : text.Append(CultureInfo.InvariantCulture, $"nothing goes: {node.Why}");
        }

        return text.ToString();
    }
}
