using System.Collections.Immutable;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Nodes;

/// <summary>The little of a node that each of its pods looks at in every turn: read off the node once and kept with it.</summary>
/// <param name="Carrier">As <see cref="NodeCarriage.CarrierOf"/>.</param>
/// <param name="LostSince">As <see cref="NodeCarriage.LostSinceOf"/>.</param>
/// <param name="Evicting">Its taints with the effect NoExecute.</param>
internal sealed record NodeStanding(string? Carrier, DateTimeOffset? LostSince, ImmutableArray<Taint> Evicting)
{
    /// <summary>Of a node that isn't there.</summary>
    public static NodeStanding None { get; } = new(null, null, []);

    public static NodeStanding Of(ViewSnapshot view, string node) => view.Get(new ObjectKey(Resources.Nodes, "", node))?.Digest(static s => Of(s.Read<Node>())) ?? None;

    public static NodeStanding Of(Node node) => new(
        NodeCarriage.CarrierOf(node), NodeCarriage.LostSinceOf(node), [.. (node.Spec.Taints ?? []).Where(static t => t.Effect == TaintKeys.NoExecute)]);
}
