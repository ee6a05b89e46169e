using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Network.Pods;

/// <summary>Notes which nodes have to be looked at again.</summary>
internal sealed class DirtyNodes : PendingMarks<NodeMarks>, IViewObserver
{
    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var item in events)
        {
            if (item.Object.Key.Resource == NetworkIndexes.Nodes)
            {
                Mark(marks => marks.Names.Add(item.Object.Key.Name));
            }
        }
    }

    /// <summary>The machine may have changed, or it is time to see whether all is still as it was made.</summary>
    public void MarkMachine() => Mark(static marks => marks.Machine = true);
}
