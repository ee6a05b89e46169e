using ActorKube.Host.Launcher.Programs;

namespace ActorKube.Host.Launcher.Databases;

/// <summary>PostgreSQL's programs, where Debian has them, else on the PATH.</summary>
/// <param name="Folder">Of the programs.</param>
/// <param name="User">Runs them as this user; null: as the user that this program has.</param>
internal sealed record PostgresPrograms(string Folder, string? User)
{
    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>A file that, for as long as it is there, keeps Debian's package from starting a database of its own when it is installed.</summary>
    private const string NoMainCluster = "/etc/postgresql-common/createcluster.d/actorkube.conf";

    /// <summary>The account that PostgreSQL runs under where this program is root's: it refuses to run as root.</summary>
    public const string Account = "postgres";

    /// <param name="version">Major version of existing data; null: the newest.</param>
    /// <exception cref="InvalidOperationException">It is missing and can't be installed; the message says what to do.</exception>
    public static async Task<PostgresPrograms> EnsureAsync(string? version, TextWriter output, CancellationToken cancellationToken)
    {
        if (Find(version) is { } found)
        {
            return found;
        }

        var package = version is null ? "postgresql" : "postgresql-" + version;
        if (!DebianPackages.CanInstall)
        {
            throw new InvalidOperationException($"Several hosts share a PostgreSQL database, and its programs (initdb, pg_ctl, postgres{(version is null ? "" : " of version " + version)}) are neither in {DebianRoot} nor on the PATH: install the package {package}, or run as root on Debian or Ubuntu.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(NoMainCluster)!);
        await File.WriteAllTextAsync(NoMainCluster, "create_main_cluster = false\n", cancellationToken).ConfigureAwait(false);
        try
        {
            await DebianPackages.InstallAsync(output, cancellationToken, package).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(NoMainCluster);
        }

        return Find(version) ?? throw new InvalidOperationException($"The package {package} is installed, but initdb is not in {DebianRoot}.");
    }

    /// <summary>Those that are there; null where there are none.</summary>
    public static PostgresPrograms? Find(string? version)
    {
        var user = Environment.IsPrivilegedProcess ? Account : null;
        return Folders(version).FirstOrDefault(static f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl"))) is { } folder ? new PostgresPrograms(folder, user) : null;
    }

    /// <exception cref="InvalidOperationException">It failed.</exception>
    public Task<string> RunAsync(string name, IReadOnlyList<string> arguments, CancellationToken cancellationToken, string input = "")
    {
        var command = Command(name, arguments);
        return Tool.RunAsync(command[0], command[1..], cancellationToken, input);
    }

    public async Task<bool> SucceedsAsync(string name, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var command = Command(name, arguments);
        return (await Tool.TryRunAsync(command[0], command[1..], cancellationToken).ConfigureAwait(false)).ExitCode == 0;
    }

    private static IEnumerable<string> Folders(string? version)
    {
        var debian = Directory.Exists(DebianRoot) ? Directory.GetDirectories(DebianRoot) : [];
        var versions = debian.Where(d => version is null || Path.GetFileName(d) == version).OrderByDescending(static d => int.TryParse(Path.GetFileName(d), out var number) ? number : 0);
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return versions.Select(static d => Path.Combine(d, "bin")).Concat(path);
    }

    private string[] Command(string name, IReadOnlyList<string> arguments) =>
        [.. User is null ? (string[])[] : ["/usr/bin/setpriv", $"--reuid={User}", $"--regid={User}", "--init-groups"], Path.Combine(Folder, name), .. arguments];
}
