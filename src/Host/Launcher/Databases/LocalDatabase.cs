using ActorKube.Host.Launcher.Programs;

namespace ActorKube.Host.Launcher.Databases;

/// <summary>
/// The PostgreSQL that the hosts of one data folder share: started in the background, reached through a socket only, by this user only (peer authentication), no password, no port.
/// Every step may be cut short by a kill -9 and is then done again.
/// </summary>
internal sealed class LocalDatabase(DatabasePlace place, TimeProvider time, TextWriter output)
{
    /// <summary>After a kill -9 of the server its children hold its memory for a moment.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private const int DeleteTries = 25;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private static readonly string[] Settings = ["listen_addresses=", "max_connections=300", "wal_level=replica", "max_wal_senders=4"];

    public DatabasePlace Place => place;

    /// <summary>Whether it takes connections.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        place.Version() is { } version && PostgresPrograms.Find(version) is { } programs && await IsReadyAsync(programs, cancellationToken).ConfigureAwait(false);

    /// <summary>Installs, makes and starts it, as far as that is still to be done, and waits until it takes connections.</summary>
    /// <exception cref="InvalidOperationException">That isn't possible; the message says why.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.EnsureAsync(place.Version(), output, cancellationToken).ConfigureAwait(false);
        if (place.Version() is null)
        {
            await CreateAsync(programs, cancellationToken).ConfigureAwait(false);
        }

        if (await IsReadyAsync(programs, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await output.WriteLineAsync($"Starting PostgreSQL (data {place.Data}, log {place.Log})...").ConfigureAwait(false);
        var deadline = time.GetUtcNow() + StartPatience;
        while (!await TryStartAsync(programs, cancellationToken).ConfigureAwait(false))
        {
            if (time.GetUtcNow() > deadline)
            {
                throw new InvalidOperationException($"PostgreSQL does not start; see {place.Log}.");
            }

            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>False where none ran.</summary>
    public async Task<bool> StopAsync(CancellationToken cancellationToken) =>
        place.Version() is { } version && PostgresPrograms.Find(version) is { } programs
        && await programs.SucceedsAsync("pg_ctl", ["stop", "-D", place.Data, "-m", "fast", "-w", "-s"], cancellationToken).ConfigureAwait(false);

    /// <summary>Stops it and removes its data.</summary>
    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken).ConfigureAwait(false);
        for (var tries = 1; Directory.Exists(place.Folder); tries++)
        {
            try
            {
                Directory.Delete(place.Folder, recursive: true);
            }
            catch (IOException) when (tries < DeleteTries)
            {
                // Children of a server that was killed clean up behind themselves.
                await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
            }
        }

        var parent = Path.GetDirectoryName(place.Folder)!;
        if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any())
        {
            Directory.Delete(parent);
        }
    }

    private async Task<bool> TryStartAsync(PostgresPrograms programs, CancellationToken cancellationToken)
    {
        var settings = string.Join(' ', Settings.Append($"unix_socket_directories={place.Folder}").Select(static s => $"-c '{s}'"));
        return await programs.SucceedsAsync("pg_ctl", ["start", "-D", place.Data, "-l", place.Log, "-w", "-s", "-o", settings], cancellationToken).ConfigureAwait(false)
            && await IsReadyAsync(programs, cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> IsReadyAsync(PostgresPrograms programs, CancellationToken cancellationToken) =>
        programs.SucceedsAsync("pg_isready", ["-q", "-h", place.Folder], cancellationToken);

    /// <summary>The folder gets its name when it is whole.</summary>
    private async Task CreateAsync(PostgresPrograms programs, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("Making a PostgreSQL database...").ConfigureAwait(false);
        Directory.CreateDirectory(place.Folder);
        File.SetUnixFileMode(place.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (programs.User is { } user)
        {
            await Tool.RunAsync("/bin/chown", [$"{user}:", place.Folder], cancellationToken).ConfigureAwait(false);
        }

        if (Directory.Exists(place.Unfinished))
        {
            Directory.Delete(place.Unfinished, recursive: true);
        }

        await programs.RunAsync("initdb", ["-D", place.Unfinished, "-U", DatabasePlace.Name, "--auth-local=peer", "--auth-host=reject", "-E", "UTF8", "--locale=C", "--data-checksums", "--no-instructions"], cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(place.Unfinished, "pg_hba.conf"), "local all,replication all peer map=actorkube\n", cancellationToken).ConfigureAwait(false);
        var users = new[] { Environment.UserName, programs.User }.OfType<string>().Distinct().Select(static u => $"actorkube \"{u}\" {DatabasePlace.Name}\n");
        await File.WriteAllTextAsync(Path.Combine(place.Unfinished, "pg_ident.conf"), string.Concat(users), cancellationToken).ConfigureAwait(false);
        await programs.RunAsync("postgres", ["--single", "-D", place.Unfinished, "postgres"], cancellationToken, $"CREATE DATABASE {DatabasePlace.Name}\n").ConfigureAwait(false);
        Directory.Move(place.Unfinished, place.Data);
    }
}
