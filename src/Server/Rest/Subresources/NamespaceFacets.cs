using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest.Subresources;

/// <summary><c>/finalize</c> of a namespace: sets spec.finalizers and nothing else.</summary>
internal static class NamespaceFacets
{
    public static Facet Finalize(Kind kind) => new(kind, UpdateScope.Custom)
    {
        Merge = static (current, shown) =>
        {
            var space = (Namespace)current;
            return space with
            {
                Spec = space.Spec with { Finalizers = ((Namespace)shown).Spec.Finalizers },
                Metadata = space.Metadata with { ResourceVersion = shown.Metadata.ResourceVersion, Uid = shown.Metadata.Uid ?? space.Metadata.Uid },
            };
        },
    };
}
