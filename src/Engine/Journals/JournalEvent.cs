using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals;

/// <summary>One accepted change of one object.</summary>
/// <param name="Revision">Its place in the total order of the cluster.</param>
/// <param name="Key">The object.</param>
/// <param name="Version">Its place among the changes of this object: 1, 2, 3...</param>
/// <param name="Kind">Put or deletion.</param>
/// <param name="Time">When the journal accepted it, never going backwards, in milliseconds.</param>
/// <param name="Cause">Who did it and why.</param>
/// <param name="State">The whole object afterwards; of a deletion the last state.</param>
public sealed record JournalEvent(
    long Revision, ObjectKey Key, long Version, ChangeKind Kind, DateTimeOffset Time, string Cause, ObjectState State);
