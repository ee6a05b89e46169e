using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary><c>up --hosts</c>, from nothing to nothing, with a PostgreSQL of its own and without containers.</summary>
public sealed class ManyHostsTests : ManyHostsTest
{
    [Fact(Timeout = 300_000)]
    public async Task Launcher_ThreeHostsFromUpToPurge_LoseNothingOnTheWay()
    {
        Assert.Contains("3 nodes are ready", await UpAsync(3), StringComparison.Ordinal);
        Assert.Equal("zone-1 zone-2 zone-3", await Launcher.KubectlAsync("get nodes --sort-by=.metadata.name -o jsonpath={.items[*].metadata.labels.topology\\.kubernetes\\.io/zone}"));
        await Launcher.KubectlAsync("create configmap kept --from-literal=a=b");

        var hosts = JsonNode.Parse(await Launcher.OkAsync("hosts", "--json"))!["hosts"]!.AsArray();
        Assert.Equal(["host-1 Active zone-1", "host-2 Active zone-2", "host-3 Active zone-3"], hosts.Select(h => $"{h!["name"]} {h["status"]} {h["zone"]}"));
        Assert.All(hosts, h => Assert.True((int)h!["objects"]! > 0));
        Assert.Matches("NAME +STATUS +INCARNATION +SHARDS +REVISION +LAG +ZONE +ADDRESS +API +VERSION", await Launcher.OkAsync("hosts"));

        // The first host is gone: the kubeconfig leads to another one as soon as it is asked for, and only that host is started again.
        var before = await PidsAsync();
        await KillAsync(before["host-1"]!.Value);
        Assert.Null((await PidsAsync())["host-1"]);
        Assert.Equal("b", await Launcher.KubectlAsync("get configmap kept -o jsonpath={.data.a}"));
        Assert.Contains("host-1 starts", await Launcher.OkAsync("up"), StringComparison.Ordinal);
        Assert.Equal((before["host-2"], before["host-3"]), ((await PidsAsync())["host-2"], (await PidsAsync())["host-3"]));

        // So is the database.
        await KillAsync(await PostgresPidAsync());
        Assert.Contains("Starting PostgreSQL", await Launcher.OkAsync("up"), StringComparison.Ordinal);
        Assert.Equal("b", await Launcher.KubectlAsync("get configmap kept -o jsonpath={.data.a}", "host-3"));

        Assert.Contains("host-2 is removed", await Launcher.OkAsync("hosts", "remove", "host-2"), StringComparison.Ordinal);
        Assert.Equal("host-1 host-3", await Launcher.KubectlAsync("get nodes --sort-by=.metadata.name -o jsonpath={.items[*].metadata.name}"));
        Assert.Equal(1, (await Launcher.TryAsync("up", "--hosts", "1")).ExitCode);

        await Launcher.OkAsync("down");
        Assert.Equal("stopped", (string?)(await Launcher.StatusAsync())["database"]);
        Assert.Contains("3 nodes are ready", await Launcher.OkAsync("up", "--hosts", "3"), StringComparison.Ordinal);
        Assert.Equal("b", await Launcher.KubectlAsync("get configmap kept -o jsonpath={.data.a}", "host-2"));

        var pids = (await PidsAsync()).Values.Append(await PostgresPidAsync()).ToList();
        await Launcher.OkAsync("down", "--purge");
        Assert.False(Directory.Exists(Data));
        Assert.All(pids, pid => Assert.False(IsAlive(pid!.Value)));
        Assert.False(Directory.Exists(Place.Folder));
    }

    private async Task<Dictionary<string, int?>> PidsAsync() =>
        (await Launcher.StatusAsync())["hosts"]!.AsArray().ToDictionary(h => (string)h!["name"]!, h => (int?)h!["pid"]);

    private async Task<int> PostgresPidAsync() =>
        int.Parse((await File.ReadAllLinesAsync(Path.Combine(Place.Data, "postmaster.pid"), TestContext.Current.CancellationToken))[0], CultureInfo.InvariantCulture);

    /// <summary>One that nobody has waited for is dead all the same.</summary>
    private static bool IsAlive(int pid) => File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static async Task KillAsync(int pid)
    {
        using var process = System.Diagnostics.Process.GetProcessById(pid);
        process.Kill();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (IsAlive(pid))
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
