using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace ActorKube.Host.Launcher.Databases;

/// <summary>Where the database of a data folder's hosts is. Pure.</summary>
/// <param name="Folder">Of its data, its socket and its log.</param>
internal sealed record DatabasePlace(string Folder)
{
    public const string Name = "actorkube";

    /// <summary>What the kernel takes for the path of a socket, less PostgreSQL's name for it.</summary>
    private const int LongestFolder = 107 - 15;

    private const string SystemRoot = "/var/lib/actorkube";

    /// <summary>
    /// The data folder has it, except root's: PostgreSQL then runs as another user, who often can't reach that folder (a home, a temporary one). Root's is always under
    /// <c>/var/lib/actorkube</c>, so that what is where doesn't depend on the rights of a folder above.
    /// </summary>
    /// <exception cref="InvalidOperationException">The folder can't hold a socket.</exception>
    public static DatabasePlace Of(string dataDirectory, bool isRoot)
    {
        var folder = isRoot
            ? Path.Combine(SystemRoot, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataDirectory)))[..16])
            : Path.Combine(dataDirectory, "postgres");
        return folder.Length <= LongestFolder && !folder.Contains(',', StringComparison.Ordinal)
            ? new DatabasePlace(folder)
            : throw new InvalidOperationException($"The database's socket can't be in {folder}: choose a --data folder with a path below {LongestFolder - 8} characters and without commas.");
    }

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Data that is being made.</summary>
    public string Unfinished => Path.Combine(Folder, "data.new");

    public string Log => Path.Combine(Folder, "postgres.log");

    /// <summary>As <c>--journal</c> takes it.</summary>
    public string Journal => Composition.HostJournal.PostgresPrefix + new DbConnectionStringBuilder { ["Host"] = Folder, ["Username"] = Name, ["Database"] = Name }.ConnectionString;

    /// <summary>Major version of the data; null where there is none.</summary>
    public string? Version() => File.Exists(Path.Combine(Data, "PG_VERSION")) ? File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim() : null;
}
