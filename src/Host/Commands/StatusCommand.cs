using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;

namespace ActorKube.Host.Commands;

/// <summary><c>status</c>: what runs, where, and how much of it.</summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("status", "Say what runs.");
        var json = new Option<bool>("--json") { Description = "As one JSON object." };
        var options = new HostOptions();
        options.AddTo(command);
        command.Options.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            var status = await ReadAsync(options.Read(result), cancellationToken).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(result.GetValue(json)
                ? status.ToJsonString(Indented)
                : string.Join('\n', status.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key,-11} {p.Value?.ToString() ?? "-"}")))).ConfigureAwait(false);
            return status["pid"] is null ? 1 : 0;
        });
        return command;
    }

    private static async Task<JsonObject> ReadAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var files = new HostFiles(settings.DataDirectory);
        var pid = files.RunningPid();
        JsonNode? nodes = null;
        JsonNode? pods = null;
        if (pid is not null)
        {
            using var api = new ApiClient(settings.DataDirectory, settings.Url, TimeProvider.System);
            nodes = await api.TryGetAsync("/api/v1/nodes", cancellationToken).ConfigureAwait(false);
            pods = await api.TryGetAsync("/api/v1/pods", cancellationToken).ConfigureAwait(false);
        }

        return new JsonObject
        {
            ["pid"] = pid,
            ["url"] = settings.Url.GetLeftPart(UriPartial.Authority),
            ["kubeconfig"] = files.Kubeconfig,
            ["dataDir"] = settings.DataDirectory,
            ["version"] = typeof(StatusCommand).Assembly.GetName().Version?.ToString(3),
            ["revision"] = pods?["metadata"]?["resourceVersion"]?.ToString() is { } revision ? long.Parse(revision, CultureInfo.InvariantCulture) : null,
            ["nodes"] = (nodes?["items"] as JsonArray)?.Count,
            ["pods"] = (pods?["items"] as JsonArray)?.Count,
        };
    }
}
