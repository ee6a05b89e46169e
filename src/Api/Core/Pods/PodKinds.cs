using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>The kinds of this folder: pods, their templates, and the bindings that place them.</summary>
public static class PodKinds
{
    public static IReadOnlyList<Kind> All { get; } = [PodKind.Kind, PodTemplateKind.Kind, BindingKind.Kind];
}
