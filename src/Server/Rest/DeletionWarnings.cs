using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Server.Rest;

/// <summary>What a client's user should know of a deletion.</summary>
internal static class DeletionWarnings
{
    public static IReadOnlyList<string> Of(Kind kind, DeleteOptions options) =>
        kind is { Plural: "jobs", OrphansByDefault: true } && options is { PropagationPolicy: null, OrphanDependents: null }
            ? ["child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning"]
            : [];
}
