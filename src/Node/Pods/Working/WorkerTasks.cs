using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Pods;

/// <summary>The operations of one worker that are under way; each ends in a message.</summary>
internal sealed partial class WorkerTasks(Action<PodMessage> post, ILogger logger)
{
    private readonly Lock _gate = new();
    private int _running;
    private TaskCompletionSource? _idle;

    /// <summary>Runs it beside the caller. Cancelled, it says nothing.</summary>
    /// <param name="otherwise">What is said of an operation that fails in a way that it doesn't expect.</param>
    public void Run(Func<Task<PodMessage>> operation, PodMessage otherwise, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _running++;
        }

        _ = Task.Run(() => RunAsync(operation, otherwise, cancellationToken), CancellationToken.None);
    }

    /// <summary>Returns when none is under way.</summary>
    public Task WhenAllAsync()
    {
        lock (_gate)
        {
            return _running == 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
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
        finally
        {
            Ended();
        }
    }

    private void Ended()
    {
        lock (_gate)
        {
            if (--_running == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "An operation on a pod has failed")]
    private static partial void LogFailed(ILogger logger, Exception e);
}
