using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.EndToEnd.Tests;

/// <summary>A real host in a process of its own, on the simulated runtime, with a data folder that outlives its restarts and goes with the fixture.</summary>
public class HostProcess : IAsyncLifetime
{
    protected static readonly string Program = Path.Combine(AppContext.BaseDirectory, "actorkube.dll");

    private readonly string _directory = Directory.CreateTempSubdirectory("actorkube-e2e-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    public string Kubeconfig => Path.Combine(_directory, "kubeconfig");

    /// <summary>Of the containers: what <c>--runtime</c> says.</summary>
    protected virtual string Runtime => "simulated";

    /// <summary>Where the container engine is; null where none is needed.</summary>
    protected string? Engine { get; set; }

    protected string DataDirectory => _directory;

    public virtual async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Starts the host and returns when it says that it serves.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program, "serve", "--data", _directory, "--port", _port.ToString(CultureInfo.InvariantCulture), "--runtime", Runtime])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOCKER_HOST"] = Engine },
        };
        _process = Process.Start(start)!;
        var log = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            log.Add(line);
            if (line.StartsWith("Serving", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        Assert.Fail("The host ended instead of serving:\n" + string.Join('\n', log));
    }

    /// <summary>kill -9: nothing of the process's own runs any more.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _process.Dispose();
        _process = null;
    }

    public HttpClient Client()
    {
        var pki = Path.Combine(_directory, "pki");
        var handler = new SocketsHttpHandler();
        handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile(Path.Combine(pki, "admin.crt"), Path.Combine(pki, "admin.key"))];
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(pki, "ca.crt")));
        return new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{_port}") };
    }

    /// <summary>Runs kubectl against the host.</summary>
    public Task<(int ExitCode, string Output)> KubectlAsync(string arguments, string input = "") =>
        RunAsync(new ProcessStartInfo("kubectl", $"--kubeconfig {Kubeconfig} {arguments}"), input);

    /// <summary>Runs a program to its end; what it writes comes with what it complains of behind.</summary>
    protected static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start, string input = "")
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
