using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorKube.Actors.Scheduling;
using ActorKube.Host.Composition.Clustering;

namespace ActorKube.Host.Commands;

/// <summary><c>explain pod NS/NAME</c>: why a pod is where it is, or why it waits and what would have to change.</summary>
internal static class ExplainPodCommand
{
    private const string DefaultNamespace = "default";

    public static Command Create()
    {
        var command = new Command("pod", "Say why a pod is where it is, or why it waits and what would have to change.");
        var pod = new Argument<string>("pod") { Description = "NAMESPACE/NAME, or NAME in the namespace default." };
        var output = new Option<string>("--output", "-o") { Description = "text or json.", DefaultValueFactory = static _ => "text" };
        output.AcceptOnlyFromAmong("text", "json");
        var options = new LocalOptions();
        pod.Validators.Add(static r =>
        {
            if (r.GetValueOrDefault<string>() is { } text && Named(text) is { Namespace: "" } or { Name: "" })
            {
                r.AddError($"'{text}' is not NAMESPACE/NAME.");
            }
        });
        options.AddTo(command);
        command.Arguments.Add(pod);
        command.Options.Add(output);
        command.SetAction(async (result, cancellationToken) =>
        {
            var (@namespace, name) = Named(result.GetValue(pod)!);
            var healthy = await options.Read(result, Console.Error).HealthyAsync(cancellationToken).ConfigureAwait(false);
            using var api = healthy?.Api;
            if (api is null || await api.TryGetAsync(PodReportHandler.PathOf(@namespace, name), cancellationToken).ConfigureAwait(false) is not { } answer)
            {
                await Console.Error.WriteLineAsync("ActorKube does not run, or does not answer.").ConfigureAwait(false);
                return 1;
            }

            var report = answer.Deserialize(PodReportJson.Default.PodReport)!;
            await Console.Out.WriteLineAsync(result.GetValue(output) == "json" ? answer.ToJsonString() : Text(report)).ConfigureAwait(false);
            return report.State == "missing" ? 1 : 0;
        });
        return command;
    }

    /// <summary>Both empty where it is no name.</summary>
    internal static (string Namespace, string Name) Named(string text) => text.Split('/') switch
    {
        [var name] => (DefaultNamespace, name),
        [var @namespace, var name] => (@namespace, name),
        _ => ("", ""),
    };

    internal static string Text(PodReport report)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{report.Namespace}/{report.Name}: {report.Summary}");
        foreach (var rule in report.Rules)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {rule.Rule}: {rule.Excluded} of {report.Nodes} nodes ({rule.First} refused by it first, {rule.Alone} by it alone)");
            text.Append(rule.Never ? ", even if they were empty" : "").Append(rule.Detail.Length > 0 ? "; " : "").Append(rule.Detail);
        }

        if (report.EverFits == false)
        {
            text.AppendLine().Append("It would not fit on these nodes even if they were empty.");
        }

        if (report.Remedies.Count > 0)
        {
            text.AppendLine().Append("It could go somewhere with any of these:");
            foreach (var remedy in report.Remedies)
            {
                text.AppendLine().Append("  - ").Append(remedy);
            }
        }

        return text.ToString();
    }
}
