using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ActorKube.Host.Launcher.Databases;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary>Backup and restore as docs/running-a-cluster.md says, under running hosts.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private const int Ports = 54;

    private readonly TemporaryDirectory _directory = new();
    private readonly LauncherProgram _launcher;

    public RestoreTests() => _launcher = new LauncherProgram(Data, static () => null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_directory.Path, "data");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _launcher.TryAsync("down", "--purge");
        _directory.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task Cluster_RestoredFromADump_HasWhatTheDumpHadAndGoesOn()
    {
        await _launcher.OkAsync("up", "--hosts", "2", "--runtime", "simulated", "--port", LauncherProgram.FreePorts(Ports).ToString(CultureInfo.InvariantCulture));
        await _launcher.KubectlAsync("create deployment web --image=web --replicas=3");
        await _launcher.KubectlAsync("rollout status deployment web --timeout=60s");
        await _launcher.KubectlAsync("create configmap kept");
        var dump = Path.Combine(_directory.Path, "dump");
        await PostgresAsync("pg_dump", "--format=custom", "--schema=actorkube", "--file", dump, "actorkube");
        await _launcher.KubectlAsync("create configmap lost");
        var newest = (long)(await _launcher.StatusAsync())["revision"]!;
        var incarnations = await IncarnationsAsync();

        await PostgresAsync("pg_restore", "--clean", "--if-exists", "--single-transaction", "--dbname=actorkube", dump);
        await PostgresAsync("psql", "--quiet", "--command=SELECT actorkube.restored()", "actorkube");

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await AreNewAsync(incarnations))
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }

        await _launcher.OkAsync("up");
        foreach (var host in new[] { "host-1", "host-2" })
        {
            Assert.Equal("kept", await _launcher.KubectlAsync("get configmaps kept lost --ignore-not-found -o jsonpath={..metadata.name}", host));
            await _launcher.KubectlAsync($"create configmap after-{host}", host);
        }

        await _launcher.KubectlAsync("rollout status deployment web --timeout=60s");
        Assert.True((long)(await _launcher.StatusAsync())["revision"]! > newest);
    }

    /// <summary>Whether both hosts are in with another life than before.</summary>
    private async Task<bool> AreNewAsync(Dictionary<string, long> before) =>
        await IncarnationsAsync() is { Count: 2 } now && now.All(host => host.Value > before[host.Key]);

    private async Task<Dictionary<string, long>> IncarnationsAsync()
    {
        var (exitCode, output) = await _launcher.TryAsync("hosts", "--json");
        return exitCode != 0 ? [] : JsonNode.Parse(output)!["hosts"]!.AsArray().Where(h => (string?)h!["status"] == "Active").ToDictionary(h => (string)h!["name"]!, h => (long)h!["incarnation"]!);
    }

    private async Task PostgresAsync(string program, params string[] arguments)
    {
        var place = DatabasePlace.Of(Data, Environment.IsPrivilegedProcess);
        var path = Path.Combine(PostgresPrograms.Find(null)!.Folder, program);
        using var process = Process.Start(new ProcessStartInfo(path, ["--host", place.Folder, "--username", DatabasePlace.Name, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"{program}: {error}{await output}");
    }
}
