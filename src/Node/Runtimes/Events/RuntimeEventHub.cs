using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ActorKube.NodeAgent.Runtimes;

/// <summary>
/// Hands each event to every follower. A follower that doesn't keep up loses events and is told so by a <see cref="RuntimeEventKind.Resync"/>:
/// memory stays bounded, and losing events is something every follower can live with anyway.
/// </summary>
internal sealed class RuntimeEventHub(TimeProvider time, int capacity = 4096)
{
    private readonly ConcurrentDictionary<Follower, bool> _followers = new();

    public void Publish(RuntimeEvent item)
    {
        foreach (var follower in _followers.Keys)
        {
            follower.Offer(item);
        }
    }

    public void PublishResync() => Publish(Resync());

    public IAsyncEnumerable<RuntimeEvent> FollowAsync(CancellationToken cancellationToken)
    {
        // Joined here and not in the iterator: what happens after the call is seen, even if nobody reads yet.
        var follower = new Follower(capacity);
        _followers[follower] = true;
        return ReadAsync(follower, cancellationToken);
    }

    private async IAsyncEnumerable<RuntimeEvent> ReadAsync(Follower follower, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            yield return Resync();
            while (await follower.Reader.WaitToReadAsync(cancellationToken))
            {
                while (follower.Reader.TryRead(out var item))
                {
                    yield return item;
                }

                if (follower.TakeOverflow())
                {
                    yield return Resync();
                }
            }
        }
        finally
        {
            _followers.TryRemove(follower, out _);
        }
    }

    private RuntimeEvent Resync() => new(RuntimeEventKind.Resync, time.GetUtcNow());

    private sealed class Follower(int capacity)
    {
        // Full mode Wait makes TryWrite fail when full, which is how an overflow is noticed.
        private readonly Channel<RuntimeEvent> _channel =
            Channel.CreateBounded<RuntimeEvent>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

        private int _overflowed;

        public ChannelReader<RuntimeEvent> Reader => _channel.Reader;

        public void Offer(RuntimeEvent item)
        {
            if (!_channel.Writer.TryWrite(item))
            {
                Volatile.Write(ref _overflowed, 1);
            }
        }

        public bool TakeOverflow() => Interlocked.Exchange(ref _overflowed, 0) == 1;
    }
}
