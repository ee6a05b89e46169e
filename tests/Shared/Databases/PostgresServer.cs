using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ActorKube.Tests.Databases;

/// <summary>
/// A PostgreSQL of the test's own: data and socket in a temporary folder, no port unless on a machine of its own. Disposing it leaves no process and no file.
/// It refuses to run as root, and is then run as the user <c>postgres</c>.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "postgres";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string _directory;
    private readonly IReadOnlyList<string> _settings;
    private readonly PostgresPlace _place;
    private Process? _process;

    private PostgresServer(string directory, PostgresPlace place, IReadOnlyList<string> settings)
    {
        _directory = directory;
        _place = place;
        _settings = settings;
    }

    public string ConnectionString => ConnectionStringOf(this);

    public bool IsRunning => _process is { HasExited: false };

    private string Data => Path.Combine(_directory, "data");

    private string Log => Path.Combine(_directory, "log");

    private string Socket => Path.Combine(_directory, ".s.PGSQL.5432");

    /// <param name="settings">Such as <c>fsync=off</c>.</param>
    public static Task<PostgresServer> StartAsync(params IReadOnlyList<string> settings) => StartAsync(new PostgresPlace([], null), settings);

    /// <param name="settings">Such as <c>fsync=off</c>.</param>
    public static async Task<PostgresServer> StartAsync(PostgresPlace place, params IReadOnlyList<string> settings)
    {
        var server = await CreateAsync(place, settings);
        try
        {
            await RunAsUserAsync(Program("initdb"), "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
            if (place.Address is not null)
            {
                await File.AppendAllTextAsync(Path.Combine(server.Data, "pg_hba.conf"), "host all all all trust\n");
            }

            await server.RestartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Of a primary and its standbys: clients find whichever is the primary.</summary>
    public static string ConnectionStringOf(params IEnumerable<PostgresServer> servers) =>
        $"Host={string.Join(',', servers.Select(static s => s._place.Address ?? s._directory))};Username={User};Database=postgres";

    /// <summary>Another server that follows this one, made from a base backup.</summary>
    public async Task<PostgresServer> StartStandbyAsync()
    {
        var standby = await CreateAsync(_place, _settings);
        try
        {
            await RunAsUserAsync(Program("pg_basebackup"), "-h", _directory, "-U", User, "-D", standby.Data, "--write-recovery-conf", "--checkpoint=fast", "--no-sync");
            await standby.RestartAsync();
            return standby;
        }
        catch
        {
            await standby.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it after <see cref="StopAsync"/>, and waits until it answers.</summary>
    public async Task RestartAsync()
    {
        string[] settings = [$"listen_addresses={_place.Address}", "max_connections=200", "shared_buffers=64MB", $"unix_socket_directories={_directory}", .. _settings];
        _process = Start("sh", [
            "-c", "exec \"$@\" >>\"$0\" 2>&1", Log, .. _place.Enter, .. AsUser(), Program("postgres"), "-D", Data, .. settings.SelectMany(s => new[] { "-c", s })]);
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await AnswersAsync(limit.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"postgres ended: {await File.ReadAllTextAsync(Log, limit.Token)}");
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Has it end: <c>INT</c> ends its sessions, <c>QUIT</c> is <c>pg_ctl stop -m immediate</c>, <c>KILL</c> is a crash.</summary>
    public async Task StopAsync(string signal)
    {
        if (_process is null)
        {
            return;
        }

        var children = await ChildrenAsync(_process.Id);
        await RunAsync("kill", $"-{signal}", Text(_process.Id));
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        _process.Dispose();
        _process = null;

        // After a crash its children notice by themselves; until then they keep the next one from starting.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (children.Any(static child => Directory.Exists($"/proc/{child}")))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>What <c>pg_ctl restart -m immediate</c> does.</summary>
    public async Task RestartImmediatelyAsync()
    {
        await StopAsync("QUIT");
        await RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync("QUIT");
        Directory.Delete(_directory, recursive: true);
    }

    private static async Task<PostgresServer> CreateAsync(PostgresPlace place, IReadOnlyList<string> settings)
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("actorkube-postgres-").FullName, place, settings);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", User, server._directory);
        }

        return server;
    }

    private static string[] AsUser() => Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--init-groups"] : [];

    private static Task RunAsUserAsync(params string[] command)
    {
        string[] all = [.. AsUser(), .. command];
        return RunAsync(all[0], all[1..]);
    }

    private static string Program(string name) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin", name)).Where(File.Exists).Max() ?? name
        : name;

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        // As a client would begin; what starts up or recovers says so with an error.
        byte[] hello = [0, 0, 0, 23, 0, 3, 0, 0, .. "user\0postgres\0"u8, 0];
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
            await socket.SendAsync(hello, cancellationToken);
            var answer = new byte[1];
            return await socket.ReceiveAsync(answer, cancellationToken) == 1 && answer[0] == (byte)'R';
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<string[]> ChildrenAsync(int process) =>
        (await File.ReadAllTextAsync($"/proc/{Text(process)}/task/{Text(process)}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)) ?? throw new InvalidOperationException($"cannot start {program}");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })
            ?? throw new InvalidOperationException($"cannot start {program}");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Trim()}");
        }
    }
}
