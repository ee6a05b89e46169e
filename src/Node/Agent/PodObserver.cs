using System.Text;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent;

/// <summary>
/// Picks from the view's changes what concerns this node. It runs on the view's thread, so it looks for the node's name in the bytes and leaves parsing to
/// the agent: a pod of another node costs a search through its JSON.
/// </summary>
internal sealed class PodObserver(string nodeName, Action<AgentInput> tell) : IViewObserver
{
    private readonly byte[] _mark = Encoding.UTF8.GetBytes($"\"nodeName\":\"{nodeName}\"");

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var item in events)
        {
            switch (item.Object.Key.Resource)
            {
                case "pods" when IsMine(item.Object.Json.Span):
                    tell(item.Type == ObjectEventType.Deleted ? new AgentInput.PodGone(item.Object) : new AgentInput.PodSeen(item.Object));
                    break;
                case ViewConfigSources.ConfigMaps or ViewConfigSources.Secrets:
                    tell(new AgentInput.SourceChanged(item.Object.Key));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>True for every pod that is bound to this node, and for few others.</summary>
    public bool IsMine(ReadOnlySpan<byte> json) => json.IndexOf(_mark) >= 0;
}
