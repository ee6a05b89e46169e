using System.Diagnostics.CodeAnalysis;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Policy;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Policy.PodDisruptionBudgets;

/// <summary>How many pods a budget's application is to have.</summary>
/// <param name="Pods">The sum of the replicas that their controllers want, or simply their number where the budget gives a number that must stay.</param>
/// <param name="Healthy">How many of them must be healthy.</param>
/// <param name="Unmanaged">Some of its pods have no controller, so that it isn't known how many there should be.</param>
internal readonly record struct PodCount(int Pods, int Healthy, bool Unmanaged);

/// <summary>Asks the controllers of pods how many they want, by whatever they serve as <c>/scale</c>.</summary>
internal sealed class ExpectedPods(KindNames names, KindRegistry kinds)
{
    /// <summary>False when a controller can't say.</summary>
    public bool TryCount(ViewSnapshot view, PodDisruptionBudget budget, List<Pod> pods, out PodCount count, [NotNullWhen(false)] out string? error)
    {
        error = null;
        if (budget.Spec is { MaxUnavailable: null, MinAvailable: { IsString: false } number })
        {
            count = new PodCount(pods.Count, number.IntValue, false);
            return true;
        }

        count = default;
        if (budget.Spec is { MaxUnavailable: null, MinAvailable: null })
        {
            return true;
        }

        var wanted = 0;
        var controllers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var controller in pods.Select(static p => p.Metadata.OwnerReferences?.FirstOrDefault(static o => o.Controller == true)).OfType<Api.Meta.OwnerReference>())
        {
            if (!controllers.Add(controller.Uid))
            {
                continue;
            }

            var owner = new ObjectOwner(controller.ApiVersion, controller.Kind, controller.Name, controller.Uid, true, false);
            if (Replicas(view, owner, budget.Metadata.Namespace ?? "", controllers) is not { } replicas)
            {
                error = $"{controller.Kind} \"{controller.Name}\" does not implement the scale subresource, or is gone";
                return false;
            }

            wanted += replicas;
        }

        var unmanaged = pods.Any(static p => p.Metadata.OwnerReferences?.Any(static o => o.Controller == true) != true);
        count = budget.Spec.MaxUnavailable is { } max
            ? new PodCount(wanted, Math.Max(0, wanted - max.GetScaledValue(wanted, roundUp: true)), unmanaged)
            : new PodCount(wanted, budget.Spec.MinAvailable!.Value.GetScaledValue(wanted, roundUp: true), unmanaged);
        return true;
    }

    /// <summary>A ReplicaSet of a Deployment speaks for the whole Deployment, which is counted once. Null when nobody can say.</summary>
    private int? Replicas(ViewSnapshot view, ObjectOwner owner, string @namespace, HashSet<string> counted)
    {
        if (names.KeyOf(owner, @namespace) is not { } key || view.Get(key) is not { } stored || stored.Header.Uid != owner.Uid
            || kinds.FindStored(key.Resource) is not { Scale: { } scale } kind)
        {
            return null;
        }

        if (key.Resource == Resources.ReplicaSets && stored.Header.Controller is { } deployment)
        {
            return counted.Add(deployment.Uid) ? Replicas(view, deployment, @namespace, counted) : 0;
        }

        return scale.SpecReplicas(stored.Read(kind));
    }
}
