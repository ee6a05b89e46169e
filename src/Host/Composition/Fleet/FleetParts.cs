using ActorKube.Actors.Catalog;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.NodeAgent;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>What the nodes of a fleet share.</summary>
/// <param name="Api">Where containers are told that the API is.</param>
/// <param name="Feed">Tells them all of their pods.</param>
internal sealed record FleetParts(HostSettings Settings, (string Host, int Port) Api, ObjectCommands Store, IEventRecorder Events, NodeFeed Feed, ILoggerFactory Logs)
{
    /// <summary>The pods of a node, without looking at any other.</summary>
    public static IEnumerable<StoredObject> PodsByNode(ViewSnapshot view, string node) => view.Lookup("pods", ViewIndexes.PodsByNode, node);
}
