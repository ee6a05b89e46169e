using System.Threading.Channels;

namespace ActorKube.Network;

/// <summary>Notes what has to be looked at again. What comes while a change is under way is taken with the next one. Thread-safe.</summary>
/// <typeparam name="TMarks">What is noted. Changed under the lock only, until it is taken.</typeparam>
public abstract class PendingMarks<TMarks>
    where TMarks : new()
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private TMarks _marks = new();

    /// <summary>Waits until there is something to do, and takes it.</summary>
    public async Task<TMarks> TakeAsync(CancellationToken cancellationToken)
    {
        await _signal.Reader.ReadAsync(cancellationToken);
        lock (_gate)
        {
            // Of what came since the signal, which is taken too.
            _signal.Reader.TryRead(out _);
            var taken = _marks;
            _marks = new TMarks();
            return taken;
        }
    }

    /// <summary>Something is to be done.</summary>
    protected void Mark(Action<TMarks> mark)
    {
        lock (_gate)
        {
            mark(_marks);
            _signal.Writer.TryWrite(true);
        }
    }

    /// <summary>While nothing is noted or taken.</summary>
    protected void Look(Action<TMarks> look)
    {
        lock (_gate)
        {
            look(_marks);
        }
    }
}
