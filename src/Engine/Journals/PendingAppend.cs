namespace ActorKube.Engine.Journals;

/// <summary>An append that waits for its transaction. Continuations never run on the thread that commits.</summary>
internal sealed class PendingAppend(JournalAppend append)
    : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public JournalAppend Append { get; } = append;

    /// <summary>Set while the transaction is open; tells the caller only after the commit.</summary>
    public AppendResult Result { get; set; }

    public void Complete() => SetResult(Result);
}
