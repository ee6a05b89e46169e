using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>Registration of bindings: they can be created, which binds a pod, and are not kept. See <see cref="PodBinding"/>.</summary>
internal static class BindingKind
{
    public static readonly Kind<Binding> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Binding",
        Plural = "bindings",
        Verbs = ["create"],
    };
}
