using ActorKube.Api.Errors;

namespace ActorKube.Api.Policy;

/// <summary>What an eviction of a pod comes to.</summary>
public abstract record EvictionDecision
{
    private EvictionDecision()
    {
    }

    /// <summary>Delete the pod.</summary>
    /// <param name="OnlyThisVersion">The decision holds for this version of the pod only: another one might be healthy and guarded.</param>
    /// <param name="Budget">The budget with one disruption less, to be stored first; null when none is spent.</param>
    public sealed record Delete(bool OnlyThisVersion, PodDisruptionBudget? Budget) : EvictionDecision;

    /// <summary>Answer with this error.</summary>
    public sealed record Refuse(ApiException Error) : EvictionDecision;
}
