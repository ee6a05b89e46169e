namespace ActorKube.Engine.Journals.Postgres;

/// <summary>Appends that share one transaction; each object occurs once.</summary>
/// <param name="Number">Counts the batches of this journal, from 1. Sent again under the same number it has no second effect.</param>
/// <param name="Appends">Not empty.</param>
internal sealed record PostgresBatch(long Number, IReadOnlyList<PendingAppend> Appends)
{
    /// <summary>Derives each append's result and the events from what the database found. Pure but for <see cref="PendingAppend.Result"/>.</summary>
    public JournalEvent[] Resolve(PostgresAnswer answer)
    {
        var events = new List<JournalEvent>(Appends.Count);
        var time = DateTimeOffset.FromUnixTimeMilliseconds(answer.Time);
        for (var i = 0; i < Appends.Count; i++)
        {
            var append = Appends[i].Append;
            var (found, revision) = (answer.Found[i], answer.Head + events.Count + 1);
            if (found != append.ExpectedVersion)
            {
                Appends[i].Result = AppendResult.Conflict(revision - 1, found);
                continue;
            }

            events.Add(new JournalEvent(revision, append.Key, found + 1, append.Kind, time, append.Cause, append.State));
            Appends[i].Result = AppendResult.Success(revision, found + 1);
        }

        return [.. events];
    }

    public void Complete()
    {
        foreach (var pending in Appends)
        {
            pending.Complete();
        }
    }

    public void Fail(Exception reason)
    {
        foreach (var pending in Appends)
        {
            pending.TrySetException(reason);
        }
    }
}
