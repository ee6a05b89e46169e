using ActorKube.Api.Kinds;

namespace ActorKube.Api.Apps;

/// <summary>The kinds of <c>apps/v1</c>.</summary>
public static class AppsKinds
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        ControllerRevisionKind.Kind,
        DaemonSetKind.Kind,
        DeploymentKind.Kind,
        ReplicaSetKind.Kind,
        StatefulSetKind.Kind,
    ];
}
