using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ActorKube.Benchmarks;

/// <summary>A host in a process and a folder of its own, which both go with it.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _directory;
    private readonly string _runtime;

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
    public static HostUnderTest Start(string runtime)
    {
        var directory = Directory.CreateTempSubdirectory("actorkube-bench-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo(Program, ["serve", "--data", directory, "--port", port.ToString(CultureInfo.InvariantCulture), "--runtime", runtime])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var stamp = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostUnderTest(process, directory, runtime, port, stamp);
    }

    /// <summary>A client with one connection for each request under way, as the administrator. Tries until the host answers.</summary>
    public async Task<HttpClient> ConnectAsync()
    {
        var kubeconfig = Path.Combine(_directory, "pki", "admin.crt");
        while (true)
        {
            if (File.Exists(kubeconfig))
            {
                var client = Client(X509Certificate2.CreateFromPemFile(kubeconfig, Path.ChangeExtension(kubeconfig, ".key")));
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

    private HttpClient Client(X509Certificate2 certificate)
    {
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) };
        handler.SslOptions.ClientCertificates = [certificate];

        var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_directory, "pki", "ca.crt"));
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
        return new HttpClient(handler) { BaseAddress = Url, Timeout = TimeSpan.FromMinutes(2) };
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
