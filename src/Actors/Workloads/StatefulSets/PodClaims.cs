using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>The claims of one pod of a StatefulSet: <c>data-web-0</c> of the claim template <c>data</c>. They outlive the pod, and are found again by their names.</summary>
internal static class PodClaims
{
    public static string Name(StatefulSet set, PersistentVolumeClaim template, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{template.Metadata.Name}-{set.Metadata.Name}-{ordinal}");

    /// <summary>Those of its claims that there are.</summary>
    public static IEnumerable<Claimed<PersistentVolumeClaim>> Existing(ViewSnapshot view, StatefulSet set, int ordinal)
    {
        foreach (var template in set.Spec.VolumeClaimTemplates ?? [])
        {
            if (view.Get(Key(set, template, ordinal)) is { } stored)
            {
                yield return new Claimed<PersistentVolumeClaim>(stored);
            }
        }
    }

    /// <summary>Makes those that there aren't. They are their set's from the beginning if they are to go with it.</summary>
    public static IEnumerable<CreateObject> Missing(ViewSnapshot view, StatefulSet set, int ordinal)
    {
        foreach (var template in set.Spec.VolumeClaimTemplates ?? [])
        {
            if (view.Get(Key(set, template, ordinal)) is null)
            {
                var claim = Create(set, template, ordinal);
                yield return new CreateObject(claim)
                {
                    Announce = c => StatefulSetEvents.Tell(set, "Create", $"create Claim {c.Metadata.Name} Pod {Ordinals.PodName(set, ordinal)} in StatefulSet {set.Metadata.Name} success"),
                };
            }
        }
    }

    private static PersistentVolumeClaim Create(StatefulSet set, PersistentVolumeClaim template, int ordinal)
    {
        var labels = new Dictionary<string, string>(template.Metadata.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, value) in set.Spec.Selector?.MatchLabels ?? new Dictionary<string, string>())
        {
            labels[key] = value;
        }

        return template with
        {
            ApiVersion = "v1",
            Kind = "PersistentVolumeClaim",
            Metadata = template.Metadata with
            {
                Name = Name(set, template, ordinal),
                Namespace = set.Metadata.Namespace,
                Labels = labels.Count == 0 ? null : labels,
                OwnerReferences = ClaimRetention.GoesWithTheSet(set) ? [.. template.Metadata.OwnerReferences ?? [], Owners.ControllerOf(set)] : template.Metadata.OwnerReferences,
            },
            Status = new PersistentVolumeClaimStatus(),
        };
    }

    private static ObjectKey Key(StatefulSet set, PersistentVolumeClaim template, int ordinal) =>
        new(Resources.PersistentVolumeClaims, set.Metadata.Namespace ?? "", Name(set, template, ordinal));
}
