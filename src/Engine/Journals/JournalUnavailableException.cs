namespace ActorKube.Engine.Journals;

/// <summary>The journal's store failed or was closed. Clients are told 503 and may retry.</summary>
public sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException(string message, bool outcomeUnknown, Exception? inner = null)
        : base(message, inner) => OutcomeUnknown = outcomeUnknown;

    /// <summary>
    /// True when the append may have been committed all the same: read the object again before deciding. False: it surely was not.
    /// </summary>
    public bool OutcomeUnknown { get; }
}
