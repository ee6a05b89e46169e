using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;
using ActorKube.Host.Launcher.Clusters;

namespace ActorKube.Host.Commands;

/// <summary><c>status</c>: what runs, where, and how much of it.</summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("status", "Say what runs.");
        var json = new Option<bool>("--json") { Description = "As one JSON object." };
        var options = new LocalOptions();
        options.AddTo(command);
        command.Options.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            var status = await ReadAsync(options.Read(result, Console.Error), cancellationToken).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(result.GetValue(json) ? status.ToJsonString(Indented) : Text(status)).ConfigureAwait(false);
            return status["pid"] is null ? 1 : 0;
        });
        return command;
    }

    /// <summary>One host is told as what it is; of several, one that answers speaks for all.</summary>
    private static async Task<JsonObject> ReadAsync(LocalCluster cluster, CancellationToken cancellationToken)
    {
        var healthy = await cluster.HealthyAsync(cancellationToken).ConfigureAwait(false);
        using var api = healthy?.Api;
        var spokesman = healthy?.Host ?? cluster.Hosts.FirstOrDefault(static h => Pid(h) is not null) ?? cluster.Hosts[0];
        if (healthy is not null)
        {
            cluster.PointKubeconfigAt(spokesman);
        }

        var nodes = api is null ? null : await api.TryGetAsync("/api/v1/nodes", cancellationToken).ConfigureAwait(false);
        var pods = api is null ? null : await api.TryGetAsync("/api/v1/pods", cancellationToken).ConfigureAwait(false);
        var status = new JsonObject
        {
            ["pid"] = Pid(spokesman),
            ["url"] = spokesman.Url.GetLeftPart(UriPartial.Authority),
            ["kubeconfig"] = cluster.Kubeconfig,
            ["dataDir"] = cluster.Directory,
            ["version"] = SoftwareVersion.Text,
            ["revision"] = pods?["metadata"]?["resourceVersion"]?.ToString() is { } revision ? long.Parse(revision, CultureInfo.InvariantCulture) : null,
            ["nodes"] = (nodes?["items"] as JsonArray)?.Count,
            ["pods"] = (pods?["items"] as JsonArray)?.Count,
        };
        if (cluster.Database is { } database)
        {
            status["database"] = await database.IsRunningAsync(cancellationToken).ConfigureAwait(false) ? "running" : "stopped";
            status["hosts"] = new JsonArray([.. cluster.Hosts.Select(h => Host(h, nodes))]);
        }

        return status;
    }

    private static JsonObject Host(HostSettings host, JsonNode? nodes)
    {
        var node = (nodes?["items"] as JsonArray)?.FirstOrDefault(n => (string?)n?["metadata"]?["name"] == host.NodeName);
        return new JsonObject
        {
            ["name"] = host.NodeName,
            ["pid"] = Pid(host),
            ["url"] = host.Url.GetLeftPart(UriPartial.Authority),
            ["nodeReady"] = nodes is null ? null : node is not null && Rollout.Pending("Pod", node) is null,
        };
    }

    private static int? Pid(HostSettings host) => new HostFiles(host.DataDirectory).RunningPid();

    private static string Text(JsonObject status)
    {
        var lines = status.Where(static p => p.Value is not JsonArray).Select(static p => Line(p.Key, p.Value));
        var hosts = (status["hosts"] as JsonArray ?? []).Select(static h => Line((string)h!["name"]!, $"process {h["pid"]?.ToString() ?? "-"}, {h["url"]}, node {(h["nodeReady"]?.GetValue<bool>() == true ? "ready" : "not ready")}"));
        return string.Join('\n', lines.Concat(hosts));
    }

    private static string Line(string name, JsonNode? value) => string.Create(CultureInfo.InvariantCulture, $"{name,-11} {value?.ToString() ?? "-"}");
}
