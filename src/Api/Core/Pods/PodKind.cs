using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>Registration of pods.</summary>
internal static class PodKind
{
    public static readonly Kind<Pod> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Pod",
        Plural = "pods",
        ShortNames = ["po"],
        Categories = ["all"],
        HasStatus = true,
        ReturnsDeleted = true,
        Grace = PodGrace.Of,
        OnDefault = PodDefaults.Apply,
        OnCreate = PodCreation.Prepare,
        OnUpdate = static (next, previous) => next with { Spec = PodFeatures.DropDisabled(next.Spec), Status = previous.Status },
        OnStatusUpdate = PodStatusUpdate.Prepare,
        OnValidate = PodValidation.ValidateCreate,
        OnValidateUpdate = PodUpdateValidation.Validate,
        OnValidateStatusUpdate = PodStatusValidation.ValidateUpdate,
        OnRequestWarnings = PodWarnings.OfRequest,
        OnWarnings = static (pod, previous) => previous is null ? PodWarnings.Of(pod) : [],
        Spec = static pod => pod.Spec,
        TableColumns = PodColumns.All,
        TableRowConditions = static pod => pod.Status.Phase switch
        {
            PodPhases.Succeeded => [new RowCondition("Completed", PodPhases.Succeeded, "The pod has completed successfully.")],
            PodPhases.Failed => [new RowCondition("Completed", PodPhases.Failed, "The pod failed.")],
            _ => [],
        },
        FieldSelectors = new Dictionary<string, Func<Pod, string>>(StringComparer.Ordinal)
        {
            [PodFields.NodeName] = static pod => pod.Spec.NodeName ?? "",
            ["spec.host"] = static pod => pod.Spec.NodeName ?? "",
            ["spec.restartPolicy"] = static pod => pod.Spec.RestartPolicy ?? "",
            ["spec.schedulerName"] = static pod => pod.Spec.SchedulerName ?? "",
            ["spec.serviceAccountName"] = static pod => pod.Spec.ServiceAccountName ?? "",
            ["spec.hostNetwork"] = static pod => pod.Spec.HostNetwork ? "true" : "false",
            ["status.phase"] = static pod => pod.Status.Phase ?? "",
            ["status.podIP"] = static pod => pod.Status.PodIP ?? "",

            // Known, and never filled in.
            ["status.podIPs"] = static _ => "",
            ["status.nominatedNodeName"] = static pod => pod.Status.NominatedNodeName ?? "",
        },
    };
}
