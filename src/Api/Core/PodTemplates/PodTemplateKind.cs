using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>Registration of pod templates.</summary>
internal static class PodTemplateKind
{
    private static readonly FieldPath Path = FieldPath.Of("template");

    public static readonly Kind<PodTemplate> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "PodTemplate",
        Plural = "podtemplates",
        ReturnsDeleted = true,
        HasGeneration = true,
        OnDefault = static value => value with { Template = PodTemplateDefaults.Apply(value.Template) },
        OnCreate = static value => value with { Template = PodFeatures.DropDisabled(value.Template) },
        OnUpdate = static (next, _) => next with { Template = PodFeatures.DropDisabled(next.Template) },
        OnValidate = static (value, errors) => PodTemplateValidation.Validate(value.Template, Path, errors),
        OnValidateUpdate = static (next, previous, errors) => PodTemplateValidation.Validate(next.Template, Path, errors, previous.Template),
        OnWarnings = static (next, previous) => ApiEquality.Same(next.Template, previous?.Template) ? [] : PodWarnings.Of(next.Template, Path),
        Spec = static value => value.Template,
        TableColumns =
        [
            Column<PodTemplate>.NameColumn,
            new("Containers", "Names of the containers.", static value => ContainerCells.Names(value.Template.Spec)),
            new("Images", "Images of the containers.", static value => ContainerCells.Images(value.Template.Spec)),
            new("Pod Labels", "Labels that pods get.", static value => ContainerCells.Labels(value.Template.Metadata.Labels)),
        ],
    };
}
