using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Shared;

/// <summary>Makes pods from the templates of those that keep pods.</summary>
internal static class PodFactory
{
    /// <summary>A pod of the owner, named after it by the server.</summary>
    public static Pod FromTemplate(PodTemplateSpec template, IApiObject owner) => new()
    {
        ApiVersion = "v1",
        Kind = "Pod",
        Metadata = new ObjectMeta
        {
            GenerateName = owner.Metadata.Name + "-",
            Namespace = owner.Metadata.Namespace,
            Labels = template.Metadata.Labels,
            Annotations = template.Metadata.Annotations,
            Finalizers = template.Metadata.Finalizers,
            OwnerReferences = [Owners.ControllerOf(owner)],
        },
        Spec = template.Spec,
    };
}
