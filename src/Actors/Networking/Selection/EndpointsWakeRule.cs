using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>Endpoints concern the service of their name, if there is one.</summary>
internal sealed class EndpointsWakeRule : IWakeRule
{
    public string? Resource => Resources.Endpoints;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (snapshot.TryGet(change.Object.Key with { Resource = Resources.Services }, out var service))
        {
            wake.Add(service.Key);
        }
    }
}
