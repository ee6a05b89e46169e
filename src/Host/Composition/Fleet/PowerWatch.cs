using System.Text;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.NodeAgent.Runtimes.Simulated;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>Switches simulated machines on and off as the annotations of their nodes say: <c>kubectl annotate node NAME simulated.actorkube.io/power=off</c>.</summary>
internal sealed class PowerWatch(IReadOnlyDictionary<string, PoweredNode> nodes) : IViewObserver, IDisposable
{
    private static readonly byte[] Power = Encoding.UTF8.GetBytes(SimulatedAnnotations.Power);

    private IDisposable? _observation;

    public void Follow(ObjectView view) => _observation = view.Observe(this);

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var change in events)
        {
            if (change.Object.Key.Resource == "nodes" && change.Type != ObjectEventType.Deleted && nodes.TryGetValue(change.Object.Key.Name, out var node))
            {
                node.Switch(IsOn(change.Object));
            }
        }
    }

    /// <summary>Most nodes never had the annotation, and aren't parsed for it.</summary>
    public static bool IsOn(StoredObject node) =>
        node.Json.Span.IndexOf(Power) < 0 || node.Read<Node>().Metadata.Annotations?.GetValueOrDefault(SimulatedAnnotations.Power) != "off";

    public void Dispose() => _observation?.Dispose();
}
