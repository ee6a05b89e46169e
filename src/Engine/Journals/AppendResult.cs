namespace ActorKube.Engine.Journals;

/// <summary>
/// What became of an append. <see cref="Version"/> is the object's newest version: the one that the append made, or on a conflict
/// the one that was found instead of the expected one (0: none).
/// </summary>
/// <param name="Committed">False on a conflict: somebody else was faster, decide again on fresh state.</param>
/// <param name="Revision">The revision of the append; on a conflict a revision at which the conflicting version can be seen.</param>
/// <param name="Version">See above.</param>
public readonly record struct AppendResult(bool Committed, long Revision, long Version)
{
    public static AppendResult Success(long revision, long version) => new(true, revision, version);

    public static AppendResult Conflict(long revision, long version) => new(false, revision, version);
}
