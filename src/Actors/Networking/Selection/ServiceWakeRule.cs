using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>A service concerns the Endpoints of its name: they are mirrored or not, and go with it.</summary>
internal sealed class ServiceWakeRule : IWakeRule
{
    public string? Resource => Resources.Services;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake) => wake.Add(change.Object.Key with { Resource = Resources.Endpoints });
}
