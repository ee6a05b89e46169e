namespace ActorKube.Api.Core;

/// <summary>Defaults of the pod template of a workload. What only pods get (requests from limits, service links) stays open.</summary>
public static class PodTemplateDefaults
{
    public static PodTemplateSpec Apply(PodTemplateSpec template) => template with
    {
        Metadata = PodDefaults.WithoutInitContainerAnnotations(template.Metadata),
        Spec = PodSpecDefaults.Apply(template.Spec),
    };
}
