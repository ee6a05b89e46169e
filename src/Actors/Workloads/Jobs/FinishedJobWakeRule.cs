using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>The end of a Job concerns those of its pods that were not counted: see <see cref="AbandonedPods"/>.</summary>
internal sealed class FinishedJobWakeRule : IWakeRule
{
    public string? Resource => Resources.Jobs;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type == ObjectEventType.Deleted || (change.Object.Read<Job>().IsFinished() && change.Previous?.Read<Job>().IsFinished() != true))
        {
            foreach (var pod in JobPods.Of(snapshot, change.Object.Header.Uid))
            {
                wake.Add(pod.Key);
            }
        }
    }
}
