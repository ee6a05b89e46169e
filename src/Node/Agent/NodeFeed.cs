using System.Collections.Concurrent;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent;

/// <summary>
/// Picks from the view's changes what concerns the nodes of this process. It runs on the view's thread, so it only looks for the node's name and leaves the rest to the agents. One feed serves
/// all agents of a process: a changed pod costs one look, however many they are. Thread-safe.
/// </summary>
public sealed class NodeFeed : IDisposable
{
    private readonly IDisposable _observation;
    private readonly ConcurrentDictionary<string, Action<AgentInput>> _agents = new(StringComparer.Ordinal);

    /// <summary>Observes the view from now on.</summary>
    public NodeFeed(ObjectView view) => _observation = view.Observe(new Observer(this));

    public void Dispose() => _observation.Dispose();

    /// <summary>Tells of the pods of a node, and of what pods take their configuration from, until the result is disposed.</summary>
    internal IDisposable Follow(string node, Action<AgentInput> tell)
    {
        _agents[node] = tell;
        return new Following(this, node);
    }

    private void Tell(ObjectEvent change)
    {
        switch (change.Object.Key.Resource)
        {
            case "pods" when AgentOf(change.Object) is { } agent:
                agent(change.Type == ObjectEventType.Deleted ? new AgentInput.PodGone(change.Object) : new AgentInput.PodSeen(change.Object));
                break;
            case ViewConfigSources.ConfigMaps or ViewConfigSources.Secrets:
                var source = new AgentInput.SourceChanged(change.Object.Key);
                foreach (var (_, tell) in _agents)
                {
                    tell(source);
                }

                break;
            default:
                break;
        }
    }

    private Action<AgentInput>? AgentOf(StoredObject pod)
    {
        var node = PodJson.NodeName(pod.Json.Span);
        Span<char> name = stackalloc char[node.Length];
        for (var i = 0; i < node.Length; i++)
        {
            name[i] = (char)node[i];
        }

        return _agents.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var agent) ? agent : null;
    }

    private sealed class Observer(NodeFeed feed) : IViewObserver
    {
        public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
        {
            foreach (var change in events)
            {
                feed.Tell(change);
            }
        }
    }

    private sealed class Following(NodeFeed feed, string node) : IDisposable
    {
        public void Dispose() => feed._agents.TryRemove(node, out _);
    }
}
