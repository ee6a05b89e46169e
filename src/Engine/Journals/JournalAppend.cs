using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals;

/// <summary>
/// A change that somebody wants: the whole new object, provided that it is still at <paramref name="ExpectedVersion"/>.
/// </summary>
/// <param name="Key">The object.</param>
/// <param name="ExpectedVersion">
/// The version that the decision was based on. 0 for an object that never existed as far as the journal knows; for one that was
/// deleted the version of its tombstone, until that is compacted away (<see cref="Views.ViewSnapshot.VersionOf"/> tells both).
/// </param>
/// <param name="State">The new state, or for a deletion the last one, because watchers are shown it.</param>
/// <param name="Cause">Who did it and why, in a few words.</param>
/// <param name="Kind">Whether the object is there afterwards.</param>
public sealed record JournalAppend(ObjectKey Key, long ExpectedVersion, ObjectState State, string Cause, ChangeKind Kind = ChangeKind.Put);
