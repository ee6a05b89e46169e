using ActorKube.Api.Kinds;

namespace ActorKube.Api.RuntimeClasses;

/// <summary>The kinds of node.k8s.io.</summary>
public static class RuntimeClassKinds
{
    public static IReadOnlyList<Kind> All { get; } = [RuntimeClassKind.Kind];
}
