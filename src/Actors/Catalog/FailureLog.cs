using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;
using Microsoft.Extensions.Logging;

namespace ActorKube.Actors.Catalog;

/// <summary>Logs reconciles that failed. A refusal, by a quota for instance, is one line: it says all in its message and is nobody's fault here.</summary>
internal sealed partial class FailureLog(ILogger<FailureLog> log) : IReconcileFailureSink
{
    public void OnFailed(ObjectKey key, Exception exception, int failures, TimeSpan retryAfter)
    {
        if (exception is ApiException)
        {
            LogRefused(log, key, exception.Message, failures, retryAfter);
        }
        else
        {
            LogFailed(log, key, failures, retryAfter, exception);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Key} was refused: {Why} ({Failures} in a row, next try in {RetryAfter})")]
    private static partial void LogRefused(ILogger log, ObjectKey key, string why, int failures, TimeSpan retryAfter);

    [LoggerMessage(2, LogLevel.Error, "{Key} could not be reconciled, {Failures} times in a row; next try in {RetryAfter}")]
    private static partial void LogFailed(ILogger log, ObjectKey key, int failures, TimeSpan retryAfter, Exception exception);
}
