using System.Diagnostics;
using System.Globalization;

namespace ActorKube.Tests.Engines;

/// <summary>A dockerd with everything of its own: bridge, network, socket and files. Stopping it leaves no process, bridge, mount, rule or file.</summary>
internal sealed class OwnDaemon : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private readonly string _directory;
    private readonly string _bridge;
    private Process? _process;

    private OwnDaemon(string directory, string bridge)
    {
        _directory = directory;
        _bridge = bridge;
    }

    public string Socket => Path.Combine(_directory, "docker.sock");

    private string Log => Path.Combine(_directory, "dockerd.log");

    public static async Task<OwnDaemon> StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists("/usr/sbin/dockerd") && !File.Exists("/usr/bin/dockerd"))
        {
            throw new InvalidOperationException("no container engine answers and dockerd is not installed: install docker.io, or set DOCKER_HOST");
        }

        // The process id keeps test runs on one machine apart: the bridge's name and one of 1,024 networks of 4,094 addresses in 10.192.0.0/10 come from it.
        var id = Environment.ProcessId;
        var daemon = new OwnDaemon(Directory.CreateTempSubdirectory("actorkube-dockerd-").FullName, $"aktest{id.ToString(CultureInfo.InvariantCulture)}");
        try
        {
            await daemon.RunAsync(string.Create(CultureInfo.InvariantCulture, $"10.{192 + (id / 16 % 64)}.{id % 16 * 16}"), cancellationToken);
            return daemon;
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
            {
                await Command.RunAsync("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
                using var limit = new CancellationTokenSource(StopLimit);
                await _process.WaitForExitAsync(limit.Token);
            }

            _process.Dispose();
        }

        await EngineLeftovers.RemoveAsync(_directory, _bridge);
    }

    private async Task RunAsync(string network, CancellationToken cancellationToken)
    {
        await Command.RunAsync("ip", ["link", "add", _bridge, "type", "bridge"]);
        await Command.RunAsync("ip", ["address", "add", $"{network}.1/20", "dev", _bridge]);
        await Command.RunAsync("ip", ["link", "set", _bridge, "up"]);
        string[] arguments =
        [
            "--host", $"unix://{Socket}", "--data-root", Path.Combine(_directory, "data"), "--exec-root", Path.Combine(_directory, "exec"),
            "--pidfile", Path.Combine(_directory, "docker.pid"), "--bridge", _bridge, "--fixed-cidr", $"{network}.0/20",
        ];
        _process = Command.Start("sh", ["-c", "exec dockerd \"$@\" >\"$0\" 2>&1", Log, .. arguments]);
        await TestEngine.WaitAsync(_process, Socket, Log, cancellationToken);
    }
}
