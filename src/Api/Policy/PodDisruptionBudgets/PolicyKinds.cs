using ActorKube.Api.Kinds;

namespace ActorKube.Api.Policy;

/// <summary>The kinds of the group policy.</summary>
public static class PolicyKinds
{
    public static IReadOnlyList<Kind> All { get; } = [PodDisruptionBudgetKind.Kind];
}
