using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>Notes which services have to be looked at again.</summary>
internal sealed class DirtyServices(string nodeName, TimeProvider time) : PendingMarks<DirtyMarks>, IViewObserver
{
    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var item in events)
        {
            var key = item.Object.Key;
            switch (key.Resource)
            {
                case NetworkIndexes.Services:
                    Change(marks => marks.Services.Add(new ServiceName(key.Namespace, key.Name)));
                    break;
                case NetworkIndexes.Slices:
                    Change(marks => marks.Services.UnionWith(ServiceEndpoints.ServicesOf(item).Select(service => new ServiceName(key.Namespace, service))));
                    break;
                case NetworkIndexes.Nodes when key.Name == nodeName && (item.Previous is null || item.Type != ObjectEventType.Modified
                    || Zone.Of(item.Previous) != Zone.Of(item.Object) || PodRanges(item.Previous) != PodRanges(item.Object)):
                    MarkEverything();
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The node itself may have changed, and with it what is done for every service.</summary>
    public void MarkEverything() => Change(static marks => marks.Everything = true);

    /// <summary>It is time to see whether all is still as it was made.</summary>
    public void MarkCheck() => Mark(static marks => marks.Check = true);

    /// <summary>A node's generation doesn't tell: nodes have none.</summary>
    private static string PodRanges(Engine.Objects.StoredObject node) => node.Read<Node>().Spec is var spec && spec.PodCIDRs is { Count: > 0 } all ? string.Join(',', all) : spec.PodCIDR ?? "";

    private void Change(Action<DirtyMarks> change) => Mark(marks =>
    {
        if (!marks.IsChange)
        {
            marks.Since = time.GetTimestamp();
        }

        change(marks);
    });
}
