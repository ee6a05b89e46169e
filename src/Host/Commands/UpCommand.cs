using System.CommandLine;
using ActorKube.Api.Kinds;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;

namespace ActorKube.Host.Commands;

/// <summary><c>up</c>: does all the set-up, starts the host in the background and waits until it is of use. Running it again finds the running host.</summary>
internal sealed class UpCommand(HostSettings settings, IReadOnlyList<string> manifests, TimeProvider time, TextWriter output)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RolloutPatience = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var command = new Command("up", "Start a cluster on this machine, apply manifests, and wait until they run.");
        var files = new Option<string[]>("-f", "--filename") { Description = "Manifest, or directory of manifests; may be repeated.", AllowMultipleArgumentsPerToken = true };
        var options = new HostOptions();
        options.AddTo(command);
        command.Options.Add(files);
        command.SetAction((result, cancellationToken) =>
            new UpCommand(options.Read(result), result.GetValue(files) ?? [], TimeProvider.System, Console.Out).RunAsync(cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // What can't be read is said before anything is started.
        var objects = manifests.SelectMany(m => Manifests.Read(m, BuiltInKinds.Registry)).ToList();
        var files = new HostFiles(settings.DataDirectory);
        if (settings.Runtime == "docker")
        {
            await new DockerSetup(settings.DataDirectory, time, output).EnsureAsync(cancellationToken).ConfigureAwait(false);
            await SampleImages.EnsureAsync(objects, output, cancellationToken).ConfigureAwait(false);
        }

        if (files.RunningPid() is { } running)
        {
            await output.WriteLineAsync($"ActorKube runs already (process {running}).").ConfigureAwait(false);
        }
        else
        {
            var pid = await new HostProcess(files, time).StartAsync(settings, cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync($"ActorKube starts (process {pid}, log {files.Log}).").ConfigureAwait(false);
        }

        await WaitUntilAsync(StartPatience, () => Task.FromResult(File.Exists(files.Kubeconfig) ? null : "certificates"), files, cancellationToken).ConfigureAwait(false);
        using var api = new ApiClient(settings.DataDirectory, settings.Url, time);
        await WaitUntilAsync(StartPatience, async () => await api.IsReadyAsync(cancellationToken).ConfigureAwait(false) ? null : "the API", files, cancellationToken).ConfigureAwait(false);
        await WaitUntilAsync(StartPatience, () => NodePendingAsync(api, cancellationToken), files, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"The node is ready; the API is at {settings.Url.GetLeftPart(UriPartial.Authority)}.").ConfigureAwait(false);
        await ApplyAsync(api, objects, files, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"""

            To use it:
              export KUBECONFIG={files.Kubeconfig}
              kubectl get pods -A
            """).ConfigureAwait(false);
        return 0;
    }

    private async Task ApplyAsync(ApiClient api, IReadOnlyList<ManifestObject> objects, HostFiles files, CancellationToken cancellationToken)
    {
        foreach (var item in objects)
        {
            await api.ApplyAsync(item.Path, item.Json.ToJsonString(), cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync($"{item.Kind.Name} {item.Name} applied.").ConfigureAwait(false);
        }

        foreach (var item in objects)
        {
            await WaitUntilAsync(RolloutPatience, async () =>
                await api.TryGetAsync(item.Path, cancellationToken).ConfigureAwait(false) is { } live
                    ? Rollout.Pending(item.Kind.Name, live) is { } pending ? $"{item.Kind.Name} {item.Name}: {pending}" : null
                    : $"{item.Kind.Name} {item.Name}", files, cancellationToken).ConfigureAwait(false);
        }

        foreach (var port in objects.Where(o => o.Kind.Name == "Pod").SelectMany(o => HostPorts(o.Json)))
        {
            await output.WriteLineAsync($"Open http://127.0.0.1:{port}/").ConfigureAwait(false);
        }
    }

    private static IEnumerable<int> HostPorts(System.Text.Json.Nodes.JsonObject pod) =>
        from container in pod["spec"]?["containers"] as System.Text.Json.Nodes.JsonArray ?? []
        from port in container?["ports"] as System.Text.Json.Nodes.JsonArray ?? []
        where port?["hostPort"] is not null
        select (int)port!["hostPort"]!.GetValue<long>();

    private static async Task<string?> NodePendingAsync(ApiClient api, CancellationToken cancellationToken)
    {
        var nodes = await api.TryGetAsync("/api/v1/nodes", cancellationToken).ConfigureAwait(false);
        var isReady = (nodes?["items"] as System.Text.Json.Nodes.JsonArray)?.Any(n => Rollout.Pending("Pod", n!) is null) == true;
        return isReady ? null : "the node";
    }

    /// <summary>Asks again and again until nothing is pending. Gives up when the host has gone or the time is over.</summary>
    private async Task WaitUntilAsync(TimeSpan patience, Func<Task<string?>> pending, HostFiles files, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + patience;
        while (await pending().ConfigureAwait(false) is { } missing)
        {
            if (files.RunningPid() is null)
            {
                throw new InvalidOperationException($"The host has stopped while it was waited for {missing}; see {files.Log}.");
            }

            if (time.GetUtcNow() > deadline)
            {
                throw new TimeoutException($"Still waiting for {missing} after {patience.TotalSeconds:0} s; see {files.Log}.");
            }

            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
