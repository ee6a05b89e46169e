using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorKube.Tests.Lab;
using ActorKube.Tests.Ports;

namespace ActorKube.Benchmarks;

/// <summary>A host in a process and a folder of its own, which both go with it.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    private const double Rest = 0.1;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _directory;
    private readonly string _runtime;
    private Process _process;

    private HostUnderTest(Process process, string directory, string runtime, int port, long started)
    {
        _process = process;
        _runtime = runtime;
        _directory = directory;
        Url = new Uri($"https://127.0.0.1:{port}");
        Started = started;
    }

    /// <summary>What <c>./actorkube</c> has built.</summary>
    public static string Program => Path.Combine(Environment.GetEnvironmentVariable("ACTORKUBE_ROOT") ?? ".", "artifacts/bin/actorkube");

    public Uri Url { get; }

    /// <summary>Time stamp of the start of the process.</summary>
    public long Started { get; }

    /// <summary>Starts the host; it need not answer yet.</summary>
    /// <param name="runtime">simulated or docker.</param>
    /// <param name="more">Further options of <c>serve</c>.</param>
    public static HostUnderTest Start(string runtime, params IReadOnlyList<string> more)
    {
        var directory = Directory.CreateTempSubdirectory("actorkube-bench-").FullName;
        var port = FreePorts.One();
        var stamp = Stopwatch.GetTimestamp();
        return new HostUnderTest(Serve(["--data", directory, "--port", port.ToString(CultureInfo.InvariantCulture), "--runtime", runtime, .. more]), directory, runtime, port, stamp);
    }

    /// <summary>Kills the process with all that it has not written, and starts another one on the same folder; it need not answer yet.</summary>
    public async Task KillAndStartAgainAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = Serve(["--data", _directory]);
    }

    /// <summary>A client with one connection for each request under way, as the administrator. Tries until the host answers.</summary>
    public async Task<HttpClient> ConnectAsync()
    {
        while (true)
        {
            if (TryClient() is { } client)
            {
                try
                {
                    using var answer = await client.GetAsync("/readyz");
                    if (answer.IsSuccessStatusCode)
                    {
                        return client;
                    }
                }
                catch (HttpRequestException)
                {
                    // It doesn't listen yet.
                }

                client.Dispose();
            }

            ObjectDisposedException.ThrowIf(_process.HasExited, this);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    /// <summary>Memory of the process, in MB: now, and at its most.</summary>
    public (double Now, double Peak) Memory()
    {
        var status = File.ReadAllLines($"/proc/{_process.Id}/status");
        return (Field(status, "VmRSS:"), Field(status, "VmHWM:"));
    }

    /// <summary>Seconds that the process has computed so far. Linux counts in hundredths.</summary>
    public double CpuSeconds() => CpuSeconds(_process.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Seconds for which garbage collections have stopped the host so far.</summary>
    public static async Task<double> GcPauseSecondsAsync(HttpClient client)
    {
        const string metric = "dotnet_gc_pause_seconds_total ";
        var line = (await client.GetStringAsync("/metrics")).Split('\n').First(static l => l.StartsWith(metric, StringComparison.Ordinal));
        return double.Parse(line[metric.Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until the process has computed for less than a tenth of a second, for a second.</summary>
    public async Task WaitForRestAsync()
    {
        double before, after = CpuSeconds();
        do
        {
            before = after;
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            after = CpuSeconds();
        }
        while (after - before >= Rest);
    }

    /// <param name="pid">Of any process.</param>
    public static double CpuSeconds(string pid)
    {
        var fields = File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / 100;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var term = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        using (var purge = Process.Start(new ProcessStartInfo(Program, ["down", "--purge", "--data", _directory, "--runtime", _runtime]) { RedirectStandardOutput = true })!)
        {
            await purge.WaitForExitAsync();
        }

        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    private static Process Serve(IReadOnlyList<string> options)
    {
        var process = Process.Start(new ProcessStartInfo(Program, ["serve", .. options]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private string Authority => Path.Combine(_directory, "pki", "ca.crt");

    /// <summary>Null as long as the host has written nothing to connect by: its certificates, or, where these lie in a shared journal, the kubeconfig.</summary>
    private HttpClient? TryClient()
    {
        var (certificate, kubeconfig) = (Path.Combine(_directory, "pki", "admin.crt"), Path.Combine(_directory, "kubeconfig"));
        if (File.Exists(certificate) && File.Exists(Authority))
        {
            return Client(X509Certificate2.CreateFromPemFile(certificate, Path.ChangeExtension(certificate, ".key")));
        }

        if (!File.Exists(kubeconfig))
        {
            return null;
        }

        var client = KubeconfigClient.Connect(kubeconfig);
        client.Timeout = Patience;
        return client;
    }

    private HttpClient Client(X509Certificate2 certificate)
    {
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) };
        handler.SslOptions.ClientCertificates = [certificate];

        var authority = X509CertificateLoader.LoadCertificateFromFile(Authority);
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
        return new HttpClient(handler) { BaseAddress = Url, Timeout = Patience };
    }

    private static double Field(string[] status, string name)
    {
        var line = status.First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }
}

/// <summary>Bodies and requests that benchmarks send.</summary>
internal static class Requests
{
    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    public static HttpContent MergePatch(string text) => new StringContent(text, Encoding.UTF8, "application/merge-patch+json");

    public static async Task EnsureAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
