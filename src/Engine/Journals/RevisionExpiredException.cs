namespace ActorKube.Engine.Journals;

/// <summary>History from the asked revision on is no longer kept: list again. Kubernetes' <c>410 Gone</c>, reason <c>Expired</c>.</summary>
public sealed class RevisionExpiredException(long revision, long oldestRevision)
    : Exception($"too old resource version: {revision} ({oldestRevision})")
{
    public long Revision { get; } = revision;

    /// <summary>The oldest revision that could have been asked for.</summary>
    public long OldestRevision { get; } = oldestRevision;
}
