using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;
using ActorKube.Tests.Ports;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary>The commands of the launcher, from nothing to nothing.</summary>
public sealed class LauncherTests(EngineFixture engine) : IAsyncLifetime
{
    // A folder that the launcher makes, in one that the test does.
    private readonly TemporaryDirectory _directory = new();
    private readonly int _port = FreePorts.One();
    private LauncherProgram _launcher = null!;
    private string? _endpoint;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_directory.Path, "data");

    public async ValueTask InitializeAsync()
    {
        _launcher = new LauncherProgram(Data, () => _endpoint);
        _endpoint = await engine.GetEndpointAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _launcher.TryAsync("down", "--purge");
        _directory.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task Launcher_SampleFromUpToPurge_DoesWhatItSays()
    {
        var door = FreePorts.One();
        var up = (string[])["up", "-f", await SampleAsync(door), "--port", _port.ToString(CultureInfo.InvariantCulture)];

        Assert.Contains($"Open http://127.0.0.1:{door}/", await _launcher.OkAsync(up), StringComparison.Ordinal);
        Assert.Equal("Hello from hello-door\n", await GetAsync($"http://127.0.0.1:{door}/"));
        foreach (var address in (await _launcher.KubectlAsync("get pods -l app=hello -o jsonpath={.items[*].status.podIP}")).Split(' '))
        {
            Assert.StartsWith("Hello from hello-", await GetAsync($"http://{address}:8080/"), StringComparison.Ordinal);
        }

        var status = await _launcher.StatusAsync();
        Assert.Equal(["pid", "url", "kubeconfig", "dataDir", "version", "revision", "nodes", "pods"], status.Select(p => p.Key));
        Assert.Equal((1, 4, $"https://127.0.0.1:{_port}"), ((int)status["nodes"]!, (int)status["pods"]!, (string?)status["url"]));

        Assert.Contains($"runs already (process {status["pid"]})", await _launcher.OkAsync("up"), StringComparison.Ordinal);

        const string Containers = "get pods -o jsonpath={.items[*].status.containerStatuses[0].containerID}";
        var before = await _launcher.KubectlAsync(Containers);
        Assert.Contains("stopped", await _launcher.OkAsync("down"), StringComparison.Ordinal);
        Assert.Equal("Hello from hello-door\n", await GetAsync($"http://127.0.0.1:{door}/"));
        Assert.Null((await _launcher.StatusAsync())["pid"]);
        await _launcher.OkAsync("up");
        Assert.Equal(before, await _launcher.KubectlAsync(Containers));

        await _launcher.OkAsync("down", "--purge");
        Assert.False(Directory.Exists(Data));
        Assert.Empty(await ContainersAsync());
    }

    /// <summary>The sample, with another port of the host.</summary>
    private async Task<string> SampleAsync(int door)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "samples", "hello.yaml"), Cancellation);
        var path = Path.Combine(_directory.Path, "hello.yaml");
        await File.WriteAllTextAsync(path, text.Replace("hostPort: 8080", $"hostPort: {door}", StringComparison.Ordinal), Cancellation);
        return path;
    }

    /// <summary>Names of the engine's containers that are this cluster's: a digest of its folder's path is in them.</summary>
    private async Task<string[]> ContainersAsync()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..8];
        using var http = TestEngine.Client(_endpoint!);
        var containers = JsonNode.Parse(await http.GetStringAsync(new Uri("http://docker/v1.41/containers/json?all=1"), Cancellation))!.AsArray();
        return [.. containers.Select(c => (string)c!["Names"]![0]!).Where(n => n.Contains(digest, StringComparison.Ordinal))];
    }

    private static async Task<string> GetAsync(string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(new Uri(url), Cancellation);
    }
}
