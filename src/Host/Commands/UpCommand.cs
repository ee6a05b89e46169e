using System.CommandLine;
using System.Text.Json.Nodes;
using ActorKube.Api.Kinds;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;
using ActorKube.Host.Launcher.Clusters;

namespace ActorKube.Host.Commands;

/// <summary><c>up</c>: does all the set-up, starts what doesn't run in the background and waits until it is of use. Running it again finds what runs.</summary>
internal sealed class UpCommand(LocalCluster cluster, IReadOnlyList<string> manifests, TimeProvider time, TextWriter output)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RolloutLimit = TimeSpan.FromMinutes(5);

    private readonly Patience _patience = new(time);

    public static Command Create()
    {
        var command = new Command("up", "Start a cluster on this machine, apply manifests, and wait until they run.");
        var files = new Option<string[]>("-f", "--filename") { Description = "Manifest, or directory of manifests; may be repeated.", AllowMultipleArgumentsPerToken = true };
        var options = new LocalOptions();
        options.AddTo(command, startsHosts: true);
        command.Options.Add(files);
        command.SetAction((result, cancellationToken) =>
            new UpCommand(options.Read(result, Console.Out), result.GetValue(files) ?? [], TimeProvider.System, Console.Out).RunAsync(cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // What can't be read is said before anything is started.
        var objects = manifests.SelectMany(m => Manifests.Read(m, BuiltInKinds.Registry)).ToList();
        if (cluster.Runtime == "docker")
        {
            await new DockerSetup(cluster.Directory, time, output).EnsureAsync(cancellationToken).ConfigureAwait(false);
            await NftablesSetup.EnsureAsync(output, cancellationToken).ConfigureAwait(false);
            await SampleImages.EnsureAsync(objects, output, cancellationToken).ConfigureAwait(false);
        }

        cluster.Note?.Write(cluster.Directory);
        if (cluster.Database is { } database)
        {
            await database.EnsureAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (var host in cluster.Hosts)
        {
            await StartAsync(host, cancellationToken).ConfigureAwait(false);
        }

        await Task.WhenAll(cluster.Hosts.Select(h => WaitForNodeAsync(h, cancellationToken))).ConfigureAwait(false);
        var urls = string.Join(", ", cluster.Hosts.Select(static h => h.Url.GetLeftPart(UriPartial.Authority)));
        await output.WriteLineAsync($"{(cluster.Note is null ? "The node is" : $"{cluster.Hosts.Count} nodes are")} ready; the API is at {urls}.").ConfigureAwait(false);
        cluster.PointKubeconfigAt(cluster.Hosts[0]);
        using (var api = ApiClient.Of(cluster.Hosts[0])!)
        {
            await ApplyAsync(api, objects, cancellationToken).ConfigureAwait(false);
        }

        await output.WriteLineAsync($"""

            To use it:
              export KUBECONFIG={cluster.Kubeconfig}
              kubectl get pods -A
            """).ConfigureAwait(false);
        return 0;
    }

    private async Task StartAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var files = new HostFiles(settings.DataDirectory);
        var name = cluster.Note is null ? "ActorKube" : settings.NodeName;
        if (files.RunningPid() is { } running)
        {
            await output.WriteLineAsync($"{name} runs already (process {running}).").ConfigureAwait(false);
            return;
        }

        var pid = await new HostProcess(files, time).StartAsync(settings, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"{name} starts (process {pid}, log {files.Log}).").ConfigureAwait(false);
    }

    /// <summary>Until the host's API is ready and shows its node so.</summary>
    private Task WaitForNodeAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var isApiReady = false;
        var name = settings.PlanFleet() is [.., var last] ? last.Name : settings.NodeName;
        return _patience.UntilAsync(StartLimit, NodePendingAsync, [new HostFiles(settings.DataDirectory)], cancellationToken);

        async Task<string?> NodePendingAsync()
        {
            // The file may be of an earlier start until the API is ready.
            using var api = ApiClient.Of(settings);
            isApiReady = isApiReady || (api is not null && await api.IsReadyAsync(cancellationToken).ConfigureAwait(false));
            if (!isApiReady)
            {
                return $"the API of {settings.NodeName}";
            }

            var node = await api!.TryGetAsync($"/api/v1/nodes/{name}", cancellationToken).ConfigureAwait(false);
            return node is not null && Rollout.Pending("Pod", node) is null ? null : $"the node {name}";
        }
    }

    private async Task ApplyAsync(ApiClient api, IReadOnlyList<ManifestObject> objects, CancellationToken cancellationToken)
    {
        foreach (var item in objects)
        {
            await api.ApplyAsync(item.Path, item.Json.ToJsonString(), cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync($"{item.Kind.Name} {item.Name} applied.").ConfigureAwait(false);
        }

        var asked = new[] { new HostFiles(cluster.Hosts[0].DataDirectory) };
        foreach (var item in objects)
        {
            await _patience.UntilAsync(RolloutLimit, async () =>
                await api.TryGetAsync(item.Path, cancellationToken).ConfigureAwait(false) is { } live
                    ? Rollout.Pending(item.Kind.Name, live) is { } pending ? $"{item.Kind.Name} {item.Name}: {pending}" : null
                    : $"{item.Kind.Name} {item.Name}", asked, cancellationToken).ConfigureAwait(false);
        }

        foreach (var port in objects.Where(static o => o.Kind.Name == "Pod").SelectMany(static o => HostPorts(o.Json)))
        {
            await output.WriteLineAsync($"Open http://127.0.0.1:{port}/").ConfigureAwait(false);
        }
    }

    private static IEnumerable<int> HostPorts(JsonObject pod) =>
        from container in pod["spec"]?["containers"] as JsonArray ?? []
        from port in container?["ports"] as JsonArray ?? []
        where port?["hostPort"] is not null
        select (int)port!["hostPort"]!.GetValue<long>();
}
