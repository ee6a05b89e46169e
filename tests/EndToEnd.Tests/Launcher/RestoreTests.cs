using System.Diagnostics;
using System.Text.Json.Nodes;
using ActorKube.Host.Launcher.Databases;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary>Backup and restore as docs/running-a-cluster.md says, under running hosts.</summary>
public sealed class RestoreTests : ManyHostsTest
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Cluster_RestoredFromADump_HasWhatTheDumpHadAndGoesOn()
    {
        await UpAsync(2);
        await Launcher.KubectlAsync("create deployment web --image=web --replicas=3");
        await Launcher.KubectlAsync("rollout status deployment web --timeout=60s");
        await Launcher.KubectlAsync("create configmap kept");
        var dump = Path.Combine(Folder, "dump");
        await PostgresAsync("pg_dump", "--format=custom", "--schema=actorkube", "--file", dump, "actorkube");
        await Launcher.KubectlAsync("create configmap lost");
        var newest = (long)(await Launcher.StatusAsync())["revision"]!;
        var incarnations = await IncarnationsAsync();

        await PostgresAsync("pg_restore", "--clean", "--if-exists", "--single-transaction", "--dbname=actorkube", dump);
        await PostgresAsync("psql", "--quiet", "--command=SELECT actorkube.restored()", "actorkube");

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await AreNewAsync(incarnations))
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }

        await Launcher.OkAsync("up");
        foreach (var host in new[] { "host-1", "host-2" })
        {
            Assert.Equal("kept", await Launcher.KubectlAsync("get configmaps kept lost --ignore-not-found -o jsonpath={..metadata.name}", host));
            await Launcher.KubectlAsync($"create configmap after-{host}", host);
        }

        await Launcher.KubectlAsync("rollout status deployment web --timeout=60s");
        Assert.True((long)(await Launcher.StatusAsync())["revision"]! > newest);
    }

    /// <summary>Whether both hosts are in with another life than before.</summary>
    private async Task<bool> AreNewAsync(Dictionary<string, long> before) =>
        await IncarnationsAsync() is { Count: 2 } now && now.All(host => host.Value > before[host.Key]);

    private async Task<Dictionary<string, long>> IncarnationsAsync()
    {
        var (exitCode, output) = await Launcher.TryAsync("hosts", "--json");
        return exitCode != 0 ? [] : JsonNode.Parse(output)!["hosts"]!.AsArray().Where(h => (string?)h!["status"] == "Active").ToDictionary(h => (string)h!["name"]!, h => (long)h!["incarnation"]!);
    }

    private async Task PostgresAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(PostgresPrograms.Find(null)!.Folder, program);
        using var process = Process.Start(new ProcessStartInfo(path, ["--host", Place.Folder, "--username", DatabasePlace.Name, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"{program}: {error}{await output}");
    }
}
