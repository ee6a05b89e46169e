using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Networking;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.Ingresses;

/// <summary>What decides where Ingresses are reached concerns all of them: classes, and nodes that come, go or are reached otherwise.</summary>
internal sealed class IngressWakeRule(string resource) : IWakeRule
{
    public string? Resource { get; } = resource;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (snapshot.Count(Resources.Ingresses) == 0
            || (Resource == Resources.Nodes && change is { Type: ObjectEventType.Modified, Previous: { } before } && !ServiceNodeWakeRule.IsOther(change.Object, before) && StatusOf(change.Object) == StatusOf(before)))
        {
            return;
        }

        foreach (var ingress in snapshot.List(Resources.Ingresses))
        {
            wake.Add(ingress.Key);
        }
    }

    /// <summary>Whether its ports are open.</summary>
    private static string? StatusOf(StoredObject node) => NodeConditions.Find(node.Read<Node>(), IngressCondition.Type)?.Status;
}
