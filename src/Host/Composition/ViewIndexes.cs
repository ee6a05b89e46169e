using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Host.Composition;

/// <summary>Indexes of the view besides those that the engine has itself.</summary>
public static class ViewIndexes
{
    /// <summary>Pods by the node that they are bound to; those that aren't under "".</summary>
    public const string PodsByNode = "node";

    public static IReadOnlyList<IndexDefinition> All { get; } =
    [
        new(PodsByNode, "pods", static (stored, keys) => keys.Add(stored.Read<Pod>().Spec.NodeName ?? "")),
    ];
}
