using ActorKube.Engine.Journals;

namespace ActorKube.Engine.Views;

/// <summary>A host's journal together with its view: writes that can be read back, and reads that miss no acknowledged write.</summary>
public sealed class ObjectStore(IJournal journal, ObjectView view)
{
    /// <summary>How long somebody waits to hear what is newest, some hundred times as long as it takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public IJournal Journal { get; } = journal;

    public ObjectView View { get; } = view;

    /// <summary>
    /// Appends, and returns when this host's view has it: the caller's next snapshot contains the write, or after a conflict the
    /// change that it lost against.
    /// </summary>
    /// <exception cref="JournalUnavailableException">See <see cref="IJournal.AppendAsync"/>.</exception>
    public async ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        var result = await Journal.AppendAsync(append, cancellationToken);
        await View.WaitForAsync(result.Revision, CancellationToken.None);
        return result;
    }

    /// <summary>
    /// Returns when this host's view has everything that was acknowledged, by whichever host, before the call: what is read then is linearizable. False if the journal can't say what that is, or
    /// doesn't within half a second: reads go on from the view while the journal is away.
    /// </summary>
    public async ValueTask<bool> TryCatchUpAsync(TimeProvider time, CancellationToken cancellationToken = default)
    {
        var caughtUp = CatchUpAsync(cancellationToken);
        try
        {
            if (!caughtUp.IsCompletedSuccessfully)
            {
                await caughtUp.AsTask().WaitAsync(Patience, time, cancellationToken);
            }

            return true;
        }
        catch (Exception e) when (e is JournalUnavailableException or TimeoutException)
        {
            return false;
        }
    }

    private async ValueTask CatchUpAsync(CancellationToken cancellationToken) => await View.WaitForAsync(await Journal.GetHeadRevisionAsync(cancellationToken), cancellationToken);
}
