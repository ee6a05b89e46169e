using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking;

/// <summary>What <see cref="ApiServerService"/> keeps concerns the namespace that keeps it.</summary>
internal sealed class ApiServerServiceWakeRule(string resource) : IWakeRule
{
    private static readonly ObjectKey Keeper = new(Resources.Namespaces, "", ApiServerService.Space);

    public string? Resource { get; } = resource;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Object.Key is { Namespace: ApiServerService.Space, Name: ApiServerService.Name })
        {
            wake.Add(Keeper);
        }
    }
}
