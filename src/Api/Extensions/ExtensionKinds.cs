using ActorKube.Api.Kinds;

namespace ActorKube.Api.Extensions;

/// <summary>The kinds of apiextensions.k8s.io.</summary>
public static class ExtensionKinds
{
    public static IReadOnlyList<Kind> All { get; } = [CustomResourceDefinitionKind.Kind];
}
