namespace ActorKube.Engine.Journals;

/// <summary>An append that waits for its transaction. Continuations never run on the thread that commits.</summary>
internal sealed class PendingAppend(JournalAppend append)
    : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public JournalAppend Append { get; } = append;

    /// <summary>When it came, as a timestamp of the journal's clock, where the journal gives up on what has waited too long.</summary>
    public long Since { get; init; }

    /// <summary>Set while the transaction is open; tells the caller only after the commit.</summary>
    public AppendResult Result { get; set; }

    public void Complete() => SetResult(Result);
}
