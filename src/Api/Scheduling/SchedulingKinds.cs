using ActorKube.Api.Kinds;

namespace ActorKube.Api.Scheduling;

/// <summary>The kinds of scheduling.k8s.io.</summary>
public static class SchedulingKinds
{
    public static IReadOnlyList<Kind> All { get; } = [PriorityClassKind.Kind];
}
