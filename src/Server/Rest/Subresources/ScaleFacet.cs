using ActorKube.Api.Apply;
using ActorKube.Api.AutoscalingV1;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using FieldPath = ActorKube.Api.Apply.FieldPath;

namespace ActorKube.Server.Rest.Subresources;

/// <summary><c>/scale</c>: the number of replicas of whatever has replicas.</summary>
internal static class ScaleFacet
{
    private static readonly Kind<Scale> ScaleKind = new() { Group = "autoscaling", Version = "v1", Name = "Scale", Plural = "scales" };

    private static readonly FieldPath Replicas = FieldPath.Of("spec", "replicas");

    public static Facet Of(Kind kind)
    {
        var mapping = kind.Scale!;
        return new Facet(ScaleKind, UpdateScope.Main)
        {
            Owners = new ScaleFields(kind.ApiVersion, Replicas),

            // The scale of a replication controller is of another group than itself.
            ReadName = ($"{kind.Plural}/scale", kind.Group.Length == 0 ? ScaleKind.Group : kind.Group),
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
            errors.Invalid(Api.Errors.FieldPath.Of("spec").Child("replicas"), scale.Spec.Replicas, "must be greater than or equal to 0");
            throw ApiErrors.Invalid(ScaleKind.Name, ScaleKind.Group, scale.Metadata.Name ?? "", errors.All);
        }
    }
}
