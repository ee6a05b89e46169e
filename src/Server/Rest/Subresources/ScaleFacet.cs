using ActorKube.Api.AutoscalingV1;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest.Subresources;

/// <summary><c>/scale</c>: the number of replicas of whatever has replicas.</summary>
internal static class ScaleFacet
{
    private static readonly Kind<Scale> ScaleKind = new() { Group = "autoscaling", Version = "v1", Name = "Scale", Plural = "scales" };

    public static Facet Of(Kind kind)
    {
        var mapping = kind.Scale!;
        return new Facet(ScaleKind, UpdateScope.Main)
        {
            Show = value => new Scale
            {
                Kind = ScaleKind.Name,
                ApiVersion = ScaleKind.ApiVersion,
                Metadata = new ObjectMeta
                {
                    Name = value.Metadata.Name,
                    Namespace = value.Metadata.Namespace,
                    Uid = value.Metadata.Uid,
                    ResourceVersion = value.Metadata.ResourceVersion,
                    CreationTimestamp = value.Metadata.CreationTimestamp,
                },
                Spec = new ScaleSpec { Replicas = mapping.SpecReplicas(value) },
                Status = new ScaleStatus { Replicas = mapping.StatusReplicas(value), Selector = mapping.Selector(value) },
            },
            Merge = (value, shown) =>
            {
                var scale = (Scale)shown;
                Check(scale);
                var next = mapping.With(value, scale.Spec.Replicas);
                return next.With(next.Metadata with { ResourceVersion = scale.Metadata.ResourceVersion, Uid = scale.Metadata.Uid ?? next.Metadata.Uid });
            },
        };
    }

    private static void Check(Scale scale)
    {
        if (scale.Spec.Replicas < 0)
        {
            var errors = new FieldErrors();
            errors.Invalid(FieldPath.Of("spec").Child("replicas"), scale.Spec.Replicas, "must be greater than or equal to 0");
            throw ApiErrors.Invalid(ScaleKind.Name, ScaleKind.Group, scale.Metadata.Name ?? "", errors.All);
        }
    }
}
