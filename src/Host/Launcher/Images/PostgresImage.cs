using ActorKube.Host.Launcher.Databases;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.Host.Launcher.Images;

/// <summary>
/// An image of PostgreSQL for machines without a registry, made of Debian's programs. It takes <c>POSTGRES_USER</c>, <c>POSTGRES_PASSWORD</c> and <c>POSTGRES_DB</c> as the usual image does.
/// </summary>
internal static class PostgresImage
{
    public const string Repository = "actorkube-postgres";

    private const string Data = "/var/lib/postgresql/data";
    private const int User = 999;

    private const string Start =
        $$"""
        #!/bin/sh
        set -eu
        data={{Data}}
        if [ ! -s $data/ready ]; then
          rm -rf $data/* /tmp/password
          (umask 077; printf %s "$POSTGRES_PASSWORD" >/tmp/password)
          initdb -D $data -U "$POSTGRES_USER" -A scram-sha-256 --pwfile=/tmp/password -E UTF8 --locale=C --data-checksums --no-instructions
          rm /tmp/password
          echo 'host all,replication all all scram-sha-256' >>$data/pg_hba.conf
          echo "CREATE DATABASE \"$POSTGRES_DB\"" | postgres --single -D $data postgres
          echo yes >$data/ready
        fi
        exec postgres -D $data -c listen_addresses='*' -c max_connections=300 "$@"

        """;

    /// <summary>Makes the image; null where PostgreSQL isn't installed.</summary>
    /// <returns>Its reference.</returns>
    public static async Task<string?> MakeAsync(CancellationToken cancellationToken)
    {
        // Debian's folders say which version they are.
        if (PostgresPrograms.Find(null) is not { } programs || Path.GetFileName(Path.GetDirectoryName(programs.Folder)) is not { } version || !int.TryParse(version, out _))
        {
            return null;
        }

        await using var root = new RootFileSystem();
        var home = Path.GetDirectoryName(programs.Folder)!;
        foreach (var folder in new[] { home, "/usr/share/postgresql/" + version })
        {
            await root.AddFolderAsync(folder, folder, IsNeeded, cancellationToken).ConfigureAwait(false);
        }

        foreach (var program in new[] { "/bin/sh", "/bin/rm" })
        {
            await root.AddProgramAsync(program, program, cancellationToken).ConfigureAwait(false);
        }

        root.AddText("/etc/passwd", $"root:x:0:0:root:/:/bin/sh\npostgres:x:{User}:{User}::{Data}:/bin/sh\n");
        root.AddText("/etc/group", $"root:x:0:\npostgres:x:{User}:\n");
        root.AddText("/start", Start, isProgram: true);
        root.AddDirectory("/tmp", (UnixFileMode)0b1_111_111_111);
        root.AddDirectory("/var/run/postgresql", (UnixFileMode)0b111_000_000, User);
        root.AddDirectory(Data, (UnixFileMode)0b111_000_000, User);
        await LocalEngine.ImportImageAsync(
            Repository,
            [version],
            await root.FinishAsync().ConfigureAwait(false),
            [$"ENV PATH={programs.Folder}:/bin", "ENV POSTGRES_USER=postgres", "ENV POSTGRES_DB=postgres", $"USER {User}:{User}", $"VOLUME {Data}", "ENTRYPOINT [\"/start\"]"],
            cancellationToken).ConfigureAwait(false);
        return $"{Repository}:{version}";
    }

    /// <summary>The compiler of queries is larger than all the rest, and PostgreSQL does without.</summary>
    private static bool IsNeeded(string file) => Path.GetExtension(file) != ".bc" && !Path.GetFileName(file).StartsWith("llvmjit", StringComparison.Ordinal);
}
