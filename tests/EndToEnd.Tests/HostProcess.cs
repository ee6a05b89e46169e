using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Tests.Engines;
using ActorKube.Tests.Ports;

namespace ActorKube.EndToEnd.Tests;

/// <summary>A real host in a process of its own, on the simulated runtime, with a data folder that outlives its restarts and goes with the fixture.</summary>
public class HostProcess : IAsyncLifetime
{
    /// <summary>Long enough for the slowest wait that a test asks kubectl for.</summary>
    private static readonly TimeSpan ProgramLimit = TimeSpan.FromMinutes(5);

    protected static readonly string Program = Path.Combine(AppContext.BaseDirectory, "actorkube.dll");

    private readonly string _directory = Directory.CreateTempSubdirectory("actorkube-e2e-").FullName;
    private readonly int _port = FreePorts.One();
    private readonly ConcurrentQueue<string> _log = [];
    private Process? _process;

    public int ProcessId => _process!.Id;

    public int Port => _port;

    /// <summary>Lines that the host wrote so far, through all its starts.</summary>
    public IReadOnlyCollection<string> Log => _log;

    public string Kubeconfig => Path.Combine(_directory, "kubeconfig");

    /// <summary>Of the containers: what <c>--runtime</c> says.</summary>
    protected virtual string Runtime => "simulated";

    /// <summary>What else the host is started with.</summary>
    protected virtual IReadOnlyList<string> MoreOptions => [];

    /// <summary>Where the container engine is; null where none is needed.</summary>
    protected string? Engine { get; set; }

    protected string DataDirectory => _directory;

    public virtual async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Starts the host and returns when it says that it serves.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program, "serve", "--data", _directory, "--port", _port.ToString(CultureInfo.InvariantCulture), "--runtime", Runtime, .. MoreOptions])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOCKER_HOST"] = Engine },
        };
        _process = Process.Start(start)!;
        var serving = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, e) =>
        {
            Keep(e.Data);
            if (e.Data is null || e.Data.StartsWith("Serving", StringComparison.Ordinal))
            {
                serving.TrySetResult(e.Data is not null);
            }
        };
        _process.ErrorDataReceived += (_, e) => Keep(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Assert.True(await serving.Task.WaitAsync(TestContext.Current.CancellationToken), "The host ended instead of serving:\n" + string.Join('\n', _log));
    }

    /// <summary>kill -9: nothing of the process's own runs any more.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks it to end, and returns when it has.</summary>
    public async Task StopAsync()
    {
        await Command.RunAsync("kill", ["-TERM", ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await _process!.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <param name="asAdmin">False for a client that says nothing of who it is.</param>
    public HttpClient Client(bool asAdmin = true)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.ClientCertificates = asAdmin ? [AdminCertificate()] : null;
        handler.SslOptions.CertificateChainPolicy = Trust();
        return new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{_port}") };
    }

    /// <summary>Trust in the host's own authority and nobody else.</summary>
    public X509ChainPolicy Trust()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_directory, "pki", "ca.crt")));
        return policy;
    }

    public X509Certificate2 AdminCertificate() =>
        X509Certificate2.CreateFromPemFile(Path.Combine(_directory, "pki", "admin.crt"), Path.Combine(_directory, "pki", "admin.key"));

    /// <summary>Runs kubectl against the host; one that doesn't end in time is ended and fails the test.</summary>
    /// <param name="editor">Command that <c>kubectl edit</c> edits with.</param>
    public Task<(int ExitCode, string Output)> KubectlAsync(string arguments, string input = "", string? editor = null) =>
        RunAsync(new ProcessStartInfo("kubectl", $"--kubeconfig {Kubeconfig} {arguments}") { Environment = { ["KUBE_EDITOR"] = editor, ["KUBECTL_APPLYSET"] = "true" } }, input);

    /// <summary>Runs a shell command with kubectl set up for the host.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="kubeconfig">Null for the host's own.</param>
    public Task<(int ExitCode, string Output)> ShellAsync(string command, string directory, string? kubeconfig = null) =>
        RunAsync(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = directory, Environment = { ["KUBECONFIG"] = kubeconfig ?? Kubeconfig } });

    /// <summary>Runs a program to its end; what it writes comes with what it complains of behind.</summary>
    protected static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start, string input = "")
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(ProgramLimit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            await WriteAsync(process.StandardInput, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task WriteAsync(StreamWriter writer, string input, CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(input.AsMemory(), cancellationToken);
            writer.Close();
        }
        catch (IOException)
        {
            // It has ended without reading all of it: what it says of that is what counts.
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        // Pods outlive their host, and so do the volumes in memory that they had.
        await Mounts.RemoveAsync(_directory);
        Directory.Delete(_directory, recursive: true);
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _log.Enqueue(line);
        }
    }
}
