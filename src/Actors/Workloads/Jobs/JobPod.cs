using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>A pod of a Job.</summary>
internal readonly record struct JobPod(StoredObject Stored, JobPodFacts Facts)
{
    public string Uid => Stored.Header.Uid;

    public bool IsDeleting => Stored.Header.IsDeleting;

    /// <summary>Neither ended nor on its way out.</summary>
    public bool IsActive => !Facts.HasEnded && !IsDeleting;

    /// <summary>On its way out, and has not ended yet.</summary>
    public bool IsTerminating => !Facts.HasEnded && IsDeleting;

    public bool Succeeded => Facts.Phase == PodPhases.Succeeded;

    public Pod Value => Stored.Read<Pod>();

    public static JobPod Of(StoredObject stored) => new(stored, JobPodFacts.Of(stored));
}
