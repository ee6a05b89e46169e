namespace ActorKube.Api.Core;

/// <summary>What a node gets on its way in. Its status may be set with it; configuration by reference is a feature of the past.</summary>
internal static class NodeDefaults
{
    public static Node Apply(Node node)
    {
        var status = node.Status with
        {
            Capacity = ResourceLists.RoundToMilli(node.Status.Capacity),
            Allocatable = ResourceLists.RoundToMilli(node.Status.Allocatable ?? node.Status.Capacity),
        };
        return node with { Spec = WithCidrs(node.Spec), Status = status };
    }

    public static Node PrepareForCreate(Node node) => node with
    {
        Spec = node.Spec with { ConfigSource = null },
        Status = node.Status with { Config = null, Features = null },
    };

    public static Node PrepareForUpdate(Node next, Node previous) => next with
    {
        Spec = previous.Spec.ConfigSource is null ? next.Spec with { ConfigSource = null } : next.Spec,
        Status = previous.Status,
    };

    public static Node PrepareForStatusUpdate(Node next, Node previous) => next with
    {
        Spec = previous.Spec,
        Status = previous.Status.Config is null ? next.Status with { Config = null } : next.Status,
    };

    /// <summary>The singular field is the first of the plural one; where they differ the singular one counts.</summary>
    private static NodeSpec WithCidrs(NodeSpec spec) => (spec.PodCIDR, spec.PodCIDRs) switch
    {
        (null or "", [var first, ..]) => spec with { PodCIDR = first },
        (null or "", _) => spec,
        (var single, [var first, ..]) when single == first => spec,
        (var single, _) => spec with { PodCIDRs = [single] },
    };
}
