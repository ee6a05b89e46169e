namespace ActorKube.Api.Apps;

/// <summary>How a workload replaces its pods. Which of them a kind knows differs.</summary>
public static class UpdateStrategies
{
    public const string RollingUpdate = "RollingUpdate";
    public const string Recreate = "Recreate";
    public const string OnDelete = "OnDelete";
}

/// <summary>In which order a StatefulSet starts and stops its pods.</summary>
public static class PodManagementPolicies
{
    public const string OrderedReady = "OrderedReady";
    public const string Parallel = "Parallel";
}

/// <summary>What becomes of a StatefulSet's claims.</summary>
public static class ClaimRetentionPolicies
{
    public const string Retain = "Retain";
    public const string Delete = "Delete";
}

/// <summary>Labels that controllers put on what they own.</summary>
public static class WorkloadLabels
{
    /// <summary>The <see cref="PodTemplateHash"/> of a Deployment's pods and ReplicaSets.</summary>
    public const string PodTemplateHash = "pod-template-hash";

    /// <summary>The ControllerRevision that a pod of a StatefulSet or DaemonSet was made from.</summary>
    public const string ControllerRevisionHash = "controller-revision-hash";

    /// <summary>Name of a StatefulSet's pod.</summary>
    public const string StatefulSetPodName = "statefulset.kubernetes.io/pod-name";

    /// <summary>Ordinal of a StatefulSet's pod.</summary>
    public const string PodIndex = "apps.kubernetes.io/pod-index";
}
