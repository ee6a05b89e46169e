using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;

/// <summary>
/// Sandboxes that wait for pods. Making one takes three times as long as a container that joins one, so a pod that finds one ready starts in the time of one container, and less.
/// <para>
/// Nothing of the pool is kept but in the engine: a sandbox is in it as long as its name says so (<see cref="EngineNames"/>). A claim is final once the sandbox is renamed;
/// a crash before that leaves it in the pool, a crash after it leaves it to the pod.
/// </para>
/// </summary>
internal sealed partial class WarmPool(
    WarmPoolOptions options, Func<Task<WarmSandbox>> create, Func<string, Task> remove, StartGate gate, TimeProvider time, ILogger logger) : IDisposable
{
    // A size that has outlived its burst is noticed within this time.
    private static readonly TimeSpan Review = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private readonly LinkedList<WarmSandbox> _ready = [];
    private readonly ConcurrentQueue<string> _dead = new();
    private readonly PoolSize _size = new(options);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _ready.Count;
            }
        }
    }

    /// <summary>Puts in a sandbox that is ready.</summary>
    public void Add(WarmSandbox sandbox)
    {
        lock (_lock)
        {
            _ready.AddLast(sandbox);
            _added.SetResult();
            _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Returns when at least so many are ready.</summary>
    public async Task WaitForAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task added;
            lock (_lock)
            {
                if (_ready.Count >= count)
                {
                    return;
                }

                added = _added.Task;
            }

            await added.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes out the oldest; null if none is there, which makes the pool grow.</summary>
    public WarmSandbox? Take()
    {
        WarmSandbox? taken;
        lock (_lock)
        {
            _size.Claimed(time.GetUtcNow());
            taken = _ready.First?.Value;
            if (taken is not null)
            {
                _ready.RemoveFirst();
            }
        }

        Wake();
        return taken;
    }

    /// <summary>Drops one that has died, and has it removed. Whether it was in the pool.</summary>
    public bool Drop(string id)
    {
        lock (_lock)
        {
            for (var node = _ready.First; node is not null; node = node.Next)
            {
                if (node.Value.Id == id)
                {
                    _ready.Remove(node);
                    _dead.Enqueue(id);
                    Wake();
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>From now on the pool is kept at its size.</summary>
    public void Start() => _run = RunAsync(_stop.Token);

    /// <summary>Ends that. Sandboxes that are being made are waited for, so that none appears later.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run;
    }

    public void Dispose()
    {
        _wake.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await AdjustAsync(cancellationToken);
                await WaitAsync(Review, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The edge of the loop: pods go on with sandboxes of their own while the engine recovers.
                LogRefillFailed(logger, e);
                await Task.Delay(RetryAfter, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task AdjustAsync(CancellationToken cancellationToken)
    {
        while (_dead.TryDequeue(out var dead))
        {
            await remove(dead);
        }

        while (Missing() is var missing && missing != 0)
        {
            if (missing < 0)
            {
                if (Surplus() is { } surplus)
                {
                    await remove(surplus.Id);
                }

                continue;
            }

            await gate.WaitForQuietAsync(options.Quiet, cancellationToken);
            var made = await Task.WhenAll(Enumerable.Range(0, Math.Min(missing, options.ParallelRefill)).Select(_ => create()));
            Array.ForEach(made, Add);
        }
    }

    private int Missing()
    {
        lock (_lock)
        {
            return _size.Target(time.GetUtcNow()) - _ready.Count;
        }
    }

    private WarmSandbox? Surplus()
    {
        lock (_lock)
        {
            var last = _ready.Last?.Value;
            if (last is not null)
            {
                _ready.RemoveLast();
            }

            return last;
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
    }

    private async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            await _wake.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time for a review.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not refill the pool of sandboxes")]
    private static partial void LogRefillFailed(ILogger logger, Exception exception);
}
