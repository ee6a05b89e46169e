using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>A pod, or the template of pods, as the checks see it.</summary>
public sealed record PodSubject(ObjectMeta Metadata, PodSpec Spec)
{
    private const string Windows = "windows";

    /// <summary>Init, regular and ephemeral ones.</summary>
    public IReadOnlyList<Container> Containers { get; } = [.. PodContainers.All(Spec)];

    public PodSecurityContext? Security => Spec.SecurityContext;

    public bool IsWindows => Spec.Os?.Name == Windows;

    /// <summary>The template in an object that makes pods; null for one of another kind, or without a template.</summary>
    public static PodSubject? OfTemplate(IApiObject value) => TemplateOf(value) is { } template ? new PodSubject(template.Metadata, template.Spec) : null;

    private static PodTemplateSpec? TemplateOf(IApiObject value) => value switch
    {
        PodTemplate template => template.Template,
        ReplicationController controller => controller.Spec.Template,
        Api.Apps.ReplicaSet set => set.Spec.Template,
        Api.Apps.Deployment deployment => deployment.Spec.Template,
        Api.Apps.DaemonSet set => set.Spec.Template,
        Api.Apps.StatefulSet set => set.Spec.Template,
        Api.Batch.Job job => job.Spec.Template,
        Api.Batch.CronJob job => job.Spec.JobTemplate.Spec.Template,
        _ => null,
    };
}
