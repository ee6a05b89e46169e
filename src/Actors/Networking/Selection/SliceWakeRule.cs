using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>Slices concern the service whose they say they are, and the Endpoints of its name, which may be mirrored in them; those of a service that is gone nobody but the garbage collector.</summary>
internal sealed class SliceWakeRule : IWakeRule
{
    public string? Resource => Resources.EndpointSlices;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        Add(change.Object);
        if (change.Previous is { } previous && previous.Header.Labels[NetworkingNames.ServiceName] != change.Object.Header.Labels[NetworkingNames.ServiceName])
        {
            Add(previous);
        }

        void Add(StoredObject slice)
        {
            if (slice.Header.Labels[NetworkingNames.ServiceName] is { } name && snapshot.TryGet(new ObjectKey(Resources.Services, slice.Key.Namespace, name), out var service))
            {
                wake.Add(service.Key);
                wake.Add(new ObjectKey(Resources.Endpoints, slice.Key.Namespace, name));
            }
        }
    }
}
