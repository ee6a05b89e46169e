using ActorKube.Actors.Shared;
using ActorKube.Api.ApiRegistration;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Aggregation;

/// <summary>A service, or its endpoints of the same name, concerns the APIs that are served behind it.</summary>
/// <param name="resource">Services or endpoints.</param>
internal sealed class ApiServiceWakeRule(string resource) : IWakeRule
{
    public string? Resource => resource;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var (space, name) = (change.Object.Key.Namespace, change.Object.Key.Name);
        foreach (var stored in snapshot.List(Resources.ApiServices))
        {
            if (stored.Read<APIService>().Spec.Service is { } service && service.Namespace == space && service.Name == name)
            {
                wake.Add(stored.Key);
            }
        }
    }
}
