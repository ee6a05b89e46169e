using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Journals.Postgres;

internal static partial class PostgresLog
{
    [LoggerMessage(1101, LogLevel.Warning, "Batch {Batch} of {Appends} appends failed; committed all the same perhaps: {Unknown}")]
    public static partial void AppendFailed(ILogger logger, long batch, int appends, bool unknown, Exception exception);

    [LoggerMessage(1102, LogLevel.Warning, "The feed could not be read beyond revision {Position}")]
    public static partial void ReadFailed(ILogger logger, long position, Exception exception);

    [LoggerMessage(1103, LogLevel.Warning, "The journal's notifications could not be listened to")]
    public static partial void ListenFailed(ILogger logger, Exception exception);

    [LoggerMessage(1104, LogLevel.Critical, "The feed ended: this host follows the cluster no more")]
    public static partial void FeedEnded(ILogger logger, Exception exception);

    [LoggerMessage(1105, LogLevel.Critical, "Other hosts have fenced this one: it writes no more")]
    public static partial void Fenced(ILogger logger, Exception exception);

    [LoggerMessage(1106, LogLevel.Information, "The journal was closed without the database hearing of it")]
    public static partial void LeaveFailed(ILogger logger, Exception exception);
}
