using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>Told of reconciles that failed, to log it and show it on the object. Must not throw and must not wait.</summary>
public interface IReconcileFailureSink
{
    /// <param name="key">The object.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="failures">How many times in a row, this one included.</param>
    /// <param name="retryAfter">When it is tried again.</param>
    void OnFailed(ObjectKey key, Exception exception, int failures, TimeSpan retryAfter);
}
