using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.Network;

namespace ActorKube.Ingresses;

/// <summary>Notes what has changed of that which routes and certificates are made of.</summary>
internal sealed class DirtyRoutes : PendingMarks<RouteMarks>, IViewObserver
{
    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var item in events)
        {
            var key = item.Object.Key;
            switch (key.Resource)
            {
                case IngressResources.Ingresses or IngressResources.Classes:
                    MarkRules();
                    break;
                case IngressResources.Services:
                    Mark(marks => marks.Services.Add((key.Namespace, key.Name)));
                    break;
                case IngressResources.Slices:
                    Mark(marks => marks.Services.UnionWith(ServiceEndpoints.ServicesOf(item).Select(service => (key.Namespace, service))));
                    break;
                case IngressResources.Secrets:
                    Mark(marks => marks.Secrets.Add(key));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Everything is to be looked at again.</summary>
    public void MarkRules() => Mark(static marks => marks.Rules = true);
}
