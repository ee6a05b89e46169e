using ActorKube.Engine.Journals;

namespace ActorKube.Engine.Views;

/// <summary>A host's journal together with its view: writes that can be read back, and reads that miss no acknowledged write.</summary>
public sealed class ObjectStore(IJournal journal, ObjectView view)
{
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

    /// <summary>A snapshot that contains everything that was acknowledged, by whichever host, before the call.</summary>
    public async ValueTask<ViewSnapshot> ReadLatestAsync(CancellationToken cancellationToken = default)
    {
        await View.WaitForAsync(await Journal.GetHeadRevisionAsync(cancellationToken), cancellationToken);
        return View.Snapshot();
    }
}
