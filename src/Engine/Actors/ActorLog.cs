using ActorKube.Engine.Objects;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Actors;

internal static partial class ActorLog
{
    [LoggerMessage(1002, LogLevel.Error, "The failure of {Key} could not be shown on it")]
    public static partial void FailureNotShown(ILogger logger, ObjectKey key, Exception exception);
}
