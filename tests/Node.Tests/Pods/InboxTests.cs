using System.Collections.Concurrent;
using ActorKube.NodeAgent.Pods;

namespace ActorKube.NodeAgent.Tests.Pods;

public sealed class InboxTests
{
    private const int Limit = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Open_NothingWaits_HasATurn()
    {
        using var turns = new BlockingTurns();
        var inbox = new Inbox<int>(turns.Take);

        inbox.Open();

        Assert.Empty(await turns.NextAsync());
        turns.Release();
        await inbox.CloseAsync();
    }

    [Fact(Timeout = Limit)]
    public async Task Open_SomeWait_AreTakenInOneTurnAndInOrder()
    {
        using var turns = new BlockingTurns();
        var inbox = new Inbox<int>(turns.Take);
        inbox.Post(1);
        inbox.Post(2);

        inbox.Open();

        Assert.Equal([1, 2], await turns.NextAsync());
        turns.Release();
        await inbox.CloseAsync();
    }

    [Fact(Timeout = Limit)]
    public async Task Post_DuringATurn_IsTakenInTheNext()
    {
        using var turns = new BlockingTurns();
        var inbox = new Inbox<int>(turns.Take);
        inbox.Open();
        await turns.NextAsync();

        inbox.Post(1);
        inbox.Post(2);
        turns.Release();

        Assert.Equal([1, 2], await turns.NextAsync());
        turns.Release();
        await inbox.CloseAsync();
    }

    [Fact(Timeout = Limit)]
    public async Task Close_DuringATurn_EndsWithItAndTakesNothingMore()
    {
        using var turns = new BlockingTurns();
        var inbox = new Inbox<int>(turns.Take);
        inbox.Open();
        await turns.NextAsync();

        inbox.Post(1);
        var closing = inbox.CloseAsync();
        Assert.False(closing.IsCompleted);
        turns.Release();
        await closing;
        inbox.Post(2);

        await inbox.CloseAsync();
        Assert.Equal(1, turns.Count);
    }

    [Fact(Timeout = Limit)]
    public async Task Post_FromManyAtOnce_LosesNothingAndKeepsTheOrderOfEach()
    {
        const int posters = 8;
        const int each = 5_000;
        var taken = new List<(int Poster, int Number)>();
        var inside = 0;
        var all = new TaskCompletionSource();
        var inbox = new Inbox<(int Poster, int Number)>(messages =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            taken.AddRange(messages);
            Interlocked.Decrement(ref inside);
            if (taken.Count == posters * each)
            {
                all.SetResult();
            }
        });
        inbox.Open();

        await Task.WhenAll(Enumerable.Range(0, posters).Select(p => Task.Run(
            () =>
            {
                for (var i = 0; i < each; i++)
                {
                    inbox.Post((p, i));
                }
            },
            Cancellation)));
        await all.Task.WaitAsync(Cancellation);
        await inbox.CloseAsync();

        Assert.All(taken.GroupBy(static m => m.Poster), static own => Assert.Equal(Enumerable.Range(0, each), own.Select(static m => m.Number)));
    }

    /// <summary>Turns that end when they are released.</summary>
    private sealed class BlockingTurns : IDisposable
    {
        private readonly ConcurrentQueue<IReadOnlyList<int>> _begun = new();
        private readonly SemaphoreSlim _beginnings = new(0);
        private readonly SemaphoreSlim _ends = new(0);

        public int Count { get; private set; }

        public void Take(IReadOnlyList<int> messages)
        {
            Count++;
            _begun.Enqueue(messages);
            _beginnings.Release();
            _ends.Wait(Cancellation);
        }

        public async Task<IReadOnlyList<int>> NextAsync()
        {
            await _beginnings.WaitAsync(Cancellation);
            Assert.True(_begun.TryDequeue(out var messages));
            return messages;
        }

        public void Release() => _ends.Release();

        public void Dispose()
        {
            _beginnings.Dispose();
            _ends.Dispose();
        }
    }
}
