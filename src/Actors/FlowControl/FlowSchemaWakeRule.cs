using ActorKube.Actors.Shared;
using ActorKube.Api.FlowControl;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.FlowControl;

/// <summary>A priority level that comes or goes concerns the flow schemas that refer to it.</summary>
internal sealed class FlowSchemaWakeRule : IWakeRule
{
    public string? Resource => Resources.PriorityLevels;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type == ObjectEventType.Modified)
        {
            return;
        }

        foreach (var stored in snapshot.List(Resources.FlowSchemas))
        {
            if (stored.Read<FlowSchema>().Spec.PriorityLevelConfiguration.Name == change.Object.Key.Name)
            {
                wake.Add(stored.Key);
            }
        }
    }
}
