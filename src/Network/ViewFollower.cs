using ActorKube.Engine.Views;

namespace ActorKube.Network;

/// <summary>
/// What a part of the network that follows the view does again and again, one turn at a time: a turn waits for something to do and does it, and whatever comes meanwhile makes up the next one. From time
/// to time it is due to see whether all is still as it was made. A turn that fails is told, and the next one comes a second later. Listens and starts once.
/// </summary>
public sealed class ViewFollower(ObjectView view, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private IDisposable? _observation;
    private ITimer? _checks;
    private Task _running = Task.CompletedTask;

    /// <summary>First listen, then look.</summary>
    public void Listen(IViewObserver observer) => _observation = view.Observe(observer);

    /// <param name="turn">Waits until there is something to do, and does it.</param>
    /// <param name="failed">Told of a turn that threw; says what the next one has to do.</param>
    /// <param name="check">A look at everything is due: makes it a part of the next turn.</param>
    public void Start(Func<CancellationToken, Task> turn, Action<Exception> failed, Action check, TimeSpan checkPeriod)
    {
        _checks = time.CreateTimer(static check => ((Action)check!)(), check, checkPeriod, checkPeriod);
        _running = Task.Run(() => RunAsync(turn, failed));
    }

    /// <summary>Waits for the turn that is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        _observation?.Dispose();
        if (_checks is not null)
        {
            await _checks.DisposeAsync();
        }

        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task> turn, Action<Exception> failed)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await turn(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failed(e);
                await Task.Delay(AfterFailure, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
