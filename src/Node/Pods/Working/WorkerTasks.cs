using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Pods;

/// <summary>The operations of one worker that are under way; each ends in a message.</summary>
internal sealed partial class WorkerTasks(Action<PodMessage> post, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    /// <summary>Runs it beside the caller. Cancelled, it says nothing.</summary>
    /// <param name="otherwise">What is said of an operation that fails in a way that it doesn't expect.</param>
    public void Run(Func<Task<PodMessage>> operation, PodMessage otherwise, CancellationToken cancellationToken)
    {
        var task = Task.Run(() => RunAsync(operation, otherwise, cancellationToken), CancellationToken.None);
        lock (_gate)
        {
            _running.Add(task);
        }

        task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task WhenAllAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_running);
        }
    }

    private async Task RunAsync(Func<Task<PodMessage>> operation, PodMessage otherwise, CancellationToken cancellationToken)
    {
        try
        {
            post(await operation());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever cancelled it knows.
        }
        catch (Exception e)
        {
            LogFailed(logger, e);
            post(otherwise);
        }
    }

    private void Forget(Task task)
    {
        lock (_gate)
        {
            _running.Remove(task);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "An operation on a pod has failed")]
    private static partial void LogFailed(ILogger logger, Exception e);
}
