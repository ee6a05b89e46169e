using System.Threading.Channels;
using ActorKube.Engine.Actors.Regions;

namespace ActorKube.Engine.Actors;

/// <summary>
/// Runs woken actors, so many at a time, in the order in which they were woken. The queue needs no bound: an actor is in it at most once.
/// </summary>
internal sealed class ReconcileScheduler(int concurrency)
{
    private readonly Channel<ObjectActor> _ready = Channel.CreateUnbounded<ObjectActor>();
    private Task _workers = Task.CompletedTask;
    private volatile bool _stopped;

    /// <summary>Actors that wait for a worker.</summary>
    public int Backlog => _ready.Reader.Count;

    public void Enqueue(ObjectActor actor)
    {
        if (!_ready.Writer.TryWrite(actor))
        {
            actor.Forget();
        }
    }

    /// <param name="run">Must end the actor's turn, whatever happens, and not throw.</param>
    /// <param name="refill">Called before each turn: may wake more.</param>
    public void Start(Func<ObjectActor, Task> run, Action refill) =>
        _workers = Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => WorkAsync(run, refill)));

    /// <summary>Starts no more turns; completes when those that began have ended.</summary>
    public async Task StopAsync()
    {
        _stopped = true;
        _ready.Writer.TryComplete();
        await _workers;
        while (_ready.Reader.TryRead(out var actor))
        {
            actor.Forget();
        }
    }

    private async Task WorkAsync(Func<ObjectActor, Task> run, Action refill)
    {
        // On the scheduler of whoever started it, which in production is the thread pool.
        await Task.Yield();
        refill();
        while (await _ready.Reader.WaitToReadAsync())
        {
            while (!_stopped && _ready.Reader.TryRead(out var actor))
            {
                refill();
                await run(actor);
            }

            if (_stopped)
            {
                return;
            }
        }
    }
}
