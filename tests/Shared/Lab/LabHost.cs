using System.Diagnostics;
using System.Globalization;
using ActorKube.Tests.Engines;

namespace ActorKube.Tests.Lab;

/// <summary>A machine with an engine and one host of the cluster.</summary>
/// <param name="program">What starts ActorKube.</param>
/// <param name="options">Of <c>serve</c>, besides those that tell the hosts apart.</param>
internal sealed class LabHost(LabMachine machine, string directory, IReadOnlyList<string> program, IReadOnlyList<string> options) : IAsyncDisposable
{
    private const int ApiPort = 6443;
    private const int PeerPort = 6444;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly LabEngine _engine = new(machine, Path.Combine(directory, "engine"));
    private Process? _process;
    private HttpClient? _client;

    public string Name => machine.Name;

    public LabMachine Machine => machine;

    public string Engine => _engine.Endpoint;

    public int ProcessId => _process!.Id;

    /// <summary>As the administrator; one connection for each request under way.</summary>
    public HttpClient Client => _client ??= KubeconfigClient.Connect(Kubeconfig);

    public string Kubeconfig => Path.Combine(Data, "kubeconfig");

    public string Log => Path.Combine(directory, "actorkube.log");

    /// <summary>What its guard writes.</summary>
    public string GuardLog => Path.Combine(Data, "guard.log");

    private string Data => Path.Combine(directory, "data");

    /// <summary>Power on: the engine, then the host. Returns when the API is ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _engine.StartAsync(cancellationToken);
        await StartProcessAsync(cancellationToken);
    }

    /// <summary>The process alone, after <see cref="SignalAsync"/> has ended it.</summary>
    /// <param name="more">Options of <c>serve</c>, which remembers them.</param>
    public async Task StartProcessAsync(CancellationToken cancellationToken, params IReadOnlyList<string> more)
    {
        Directory.CreateDirectory(directory);
        string[] arguments =
        [
            "serve", "--data", Data, "--node-name", Name, "--advertise", string.Create(CultureInfo.InvariantCulture, $"{machine.Address}:{PeerPort}"),
            "--api-port", ApiPort.ToString(CultureInfo.InvariantCulture), "--labels", $"topology.kubernetes.io/zone={Name}", .. options, .. more,
        ];
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", Log, .. machine.Enter, .. program, .. arguments]) { Environment = { ["DOCKER_HOST"] = Engine } };
        _process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await IsReadyAsync(limit.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{Name} ended: {await File.ReadAllTextAsync(Log, cancellationToken)}");
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>To ActorKube's process alone; the engine and the containers go on.</summary>
    public Task SignalAsync(string signal) => Command.RunAsync("kill", [$"-{signal}", ProcessId.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Sends the signal and returns when the process has ended.</summary>
    public async Task EndAsync(string signal)
    {
        await SignalAsync(signal);
        await _process!.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts what doesn't run, and wakes what was stopped.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (!_engine.IsRunning)
        {
            await StartAsync(cancellationToken);
        }
        else if (_process is null or { HasExited: true })
        {
            await StartProcessAsync(cancellationToken);
        }
        else
        {
            await SignalAsync("CONT");
        }
    }

    /// <summary>Everything of the machine ends at once. Cut it off before, else the others hear of it.</summary>
    public async Task PowerOffAsync()
    {
        await _engine.PowerOffAsync();
        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await PowerOffAsync();
        await Mounts.RemoveAsync(directory);
        await _engine.DisposeAsync();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Kubeconfig))
        {
            return false;
        }

        try
        {
            using var answer = await Client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return false;
        }
    }
}
