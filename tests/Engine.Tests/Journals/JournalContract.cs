using ActorKube.Engine.Journals;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

/// <summary>
/// What every journal has to do, whatever it is made of. The parts: appending, concurrency, the feed, compaction.
/// </summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    private protected ManualTime Time { get; } = new();

    protected IJournal Journal { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Journal = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the journal of this test, empty at first, with <see cref="Time"/> as its clock.</summary>
    protected abstract ValueTask<IJournal> OpenAsync();

    private async Task<JournalEvent[]> ReadAsync(long afterRevision = 0) =>
        await Journal.ReadAsync(afterRevision, Cancellation).ToArrayAsync(Cancellation);

    private async Task<long> CommitAsync(JournalAppend append)
    {
        var result = await Journal.AppendAsync(append, Cancellation);
        Assert.True(result.Committed);
        return result.Revision;
    }
}
