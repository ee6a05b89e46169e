using System.Text.Json.Serialization;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>A pod that somebody is about to bind to a node, as an entry of a gate says it.</summary>
/// <param name="Revision">That of the pod. The binding is an append to just this state of it: once the pod is another one it is bound, or never will be by this.</param>
/// <param name="Since">When it was written.</param>
internal sealed record Reservation(string Namespace, string Name, string Uid, long Revision, string Node, DateTimeOffset Since)
{
    [JsonIgnore]
    public ObjectKey Pod => new(Resources.Pods, Namespace, Name);

    /// <summary>The pod if the binding may still come; null when what became of it is known.</summary>
    public StoredObject? Pending(ViewSnapshot view) =>
        view.Get(Pod) is { } stored && stored.Header.Uid == Uid && stored.Revision == Revision && string.IsNullOrEmpty(stored.Read<Pod>().Spec.NodeName) ? stored : null;

    /// <summary>The pod on its node, if the binding may still come.</summary>
    public PendingPod? ToPending(ViewSnapshot view, PlacementLedger ledger) =>
        Pending(view) is { } stored && ledger.Find(Node) is { } slot ? new PendingPod(PlacedPod.Of(stored), slot) : null;
}
