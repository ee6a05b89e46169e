using System.Net.Sockets;
using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>What an error of the database means for the statement that met it.</summary>
internal static class PostgresErrors
{
    /// <summary>SQLSTATE of <c>append_events</c>: others have decided that this writer writes no more.</summary>
    public const string Fenced = "AK001";

    /// <summary>The database or the way to it failed, as opposed to our own code.</summary>
    public static bool IsFailure(Exception e) => e is NpgsqlException or SocketException or IOException or TimeoutException;

    /// <summary>The server says that it rolled back. Anything else, its own end included, leaves open whether it committed before.</summary>
    public static bool IsDefinite(Exception e) => e is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>The same may work a little later, perhaps on another server.</summary>
    public static bool IsTransient(Exception e) => e is not PostgresException server || server.IsTransient || server.SqlState switch
    {
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => true,
        PostgresErrorCodes.ReadOnlySqlTransaction => true, // Connected to a standby: the primary moved.
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => true,
        _ => false,
    };
}
