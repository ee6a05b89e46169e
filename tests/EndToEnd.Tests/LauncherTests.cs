using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests;

/// <summary>The commands of the launcher, from nothing to nothing.</summary>
public sealed class LauncherTests(EngineFixture engine) : IAsyncLifetime
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "actorkube");

    // A folder that the launcher makes, in one that the test does.
    private readonly TemporaryDirectory _directory = new();
    private readonly int _port = FreePort();
    private string _endpoint = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_directory.Path, "data");

    public async ValueTask InitializeAsync() => _endpoint = await engine.GetEndpointAsync();

    public async ValueTask DisposeAsync()
    {
        await RunAsync(Program, ["down", "--purge", "--data", Data]);
        _directory.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task Launcher_SampleFromUpToPurge_DoesWhatItSays()
    {
        var door = FreePort();
        var up = (string[])["up", "-f", await SampleAsync(door), "--data", Data, "--port", _port.ToString(CultureInfo.InvariantCulture)];

        Assert.Contains($"Open http://127.0.0.1:{door}/", await OkAsync(up), StringComparison.Ordinal);
        Assert.Equal("Hello from hello-door\n", await GetAsync($"http://127.0.0.1:{door}/"));
        foreach (var address in (await KubectlAsync("get pods -l app=hello -o jsonpath={.items[*].status.podIP}")).Split(' '))
        {
            Assert.StartsWith("Hello from hello-", await GetAsync($"http://{address}:8080/"), StringComparison.Ordinal);
        }

        var status = JsonNode.Parse(await OkAsync("status", "--json", "--data", Data))!.AsObject();
        Assert.Equal(["pid", "url", "kubeconfig", "dataDir", "version", "revision", "nodes", "pods"], status.Select(p => p.Key));
        Assert.Equal((1, 4, $"https://127.0.0.1:{_port}"), ((int)status["nodes"]!, (int)status["pods"]!, (string?)status["url"]));

        Assert.Contains($"runs already (process {status["pid"]})", await OkAsync("up", "--data", Data), StringComparison.Ordinal);

        const string Containers = "get pods -o jsonpath={.items[*].status.containerStatuses[0].containerID}";
        var before = await KubectlAsync(Containers);
        Assert.Contains("stopped", await OkAsync("down", "--data", Data), StringComparison.Ordinal);
        Assert.Equal("Hello from hello-door\n", await GetAsync($"http://127.0.0.1:{door}/"));
        Assert.Null(JsonNode.Parse((await RunAsync(Program, ["status", "--json", "--data", Data])).Output)!["pid"]);
        await OkAsync("up", "--data", Data);
        Assert.Equal(before, await KubectlAsync(Containers));

        await OkAsync("down", "--purge", "--data", Data);
        Assert.False(Directory.Exists(Data));
        Assert.Empty(await ContainersAsync());
    }

    /// <summary>The sample, with another port of the host.</summary>
    private async Task<string> SampleAsync(int door)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ActorKube.sln")))
        {
            root = root.Parent!;
        }

        var text = await File.ReadAllTextAsync(Path.Combine(root.FullName, "samples", "hello.yaml"), Cancellation);
        var path = Path.Combine(_directory.Path, "hello.yaml");
        await File.WriteAllTextAsync(path, text.Replace("hostPort: 8080", $"hostPort: {door}", StringComparison.Ordinal), Cancellation);
        return path;
    }

    /// <summary>Names of the engine's containers that are this cluster's: a digest of its folder's path is in them.</summary>
    private async Task<string[]> ContainersAsync()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..8];
        using var http = TestEngine.Client(_endpoint);
        var containers = JsonNode.Parse(await http.GetStringAsync(new Uri("http://docker/v1.41/containers/json?all=1"), Cancellation))!.AsArray();
        return [.. containers.Select(c => (string)c!["Names"]![0]!).Where(n => n.Contains(digest, StringComparison.Ordinal))];
    }

    private static async Task<string> GetAsync(string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(new Uri(url), Cancellation);
    }

    private async Task<string> KubectlAsync(string arguments)
    {
        var (exitCode, output) = await RunAsync("kubectl", ["--kubeconfig", Path.Combine(Data, "kubeconfig"), .. arguments.Split(' ')]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private async Task<string> OkAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(Program, arguments);
        Assert.True(exitCode == 0, $"actorkube {string.Join(' ', arguments)}: {output}");
        return output;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOCKER_HOST"] = _endpoint },
        })!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, output + await errors);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
