using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.Dns;

/// <summary>A service <see cref="DnsService"/> that is gone concerns the nodes that have a DNS, of which the slices tell.</summary>
internal sealed class DnsServiceWakeRule : IWakeRule
{
    public string? Resource => Resources.Services;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Object.Key != DnsService.ServiceKey || change.Type != ObjectEventType.Deleted)
        {
            return;
        }

        foreach (var slice in ServiceIndexes.SlicesOf(snapshot, DnsService.Space, DnsService.Name))
        {
            if (slice.Header.Controller is { Kind: "Node", Name: var node })
            {
                wake.Add(new ObjectKey(Resources.Nodes, "", node));
            }
        }
    }
}
