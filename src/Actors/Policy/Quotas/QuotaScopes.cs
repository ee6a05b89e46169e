using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Policy.Quotas;

/// <summary>Which objects a quota with scopes is about: pods, by how they run and what they ask for. All scopes must hold.</summary>
internal static class QuotaScopes
{
    public static bool Cover(ResourceQuotaSpec quota, IApiObject value)
    {
        var scopes = (quota.Scopes ?? []).Select(static s => new ScopedResourceSelectorRequirement { ScopeName = s, Operator = "Exists" })
            .Concat(quota.ScopeSelector?.MatchExpressions ?? []).ToList();
        return scopes.Count == 0 || (value is Pod pod && scopes.All(s => Covers(s, pod)));
    }

    private static bool Covers(ScopedResourceSelectorRequirement scope, Pod pod) => scope.ScopeName switch
    {
        ResourceQuotaScopes.Terminating => pod.Spec.ActiveDeadlineSeconds >= 0,
        ResourceQuotaScopes.NotTerminating => pod.Spec.ActiveDeadlineSeconds is null,
        ResourceQuotaScopes.BestEffort => PodQos.Of(pod.Spec) == QosClasses.BestEffort,
        ResourceQuotaScopes.NotBestEffort => PodQos.Of(pod.Spec) != QosClasses.BestEffort,
        ResourceQuotaScopes.PriorityClass => HasClass(scope, pod.Spec.PriorityClassName),
        ResourceQuotaScopes.CrossNamespacePodAffinity => CrossesNamespaces(pod.Spec.Affinity),
        _ => false,
    };

    private static bool HasClass(ScopedResourceSelectorRequirement scope, string? name) => scope.Operator switch
    {
        "In" => name is not null && scope.Values?.Contains(name) == true,
        "NotIn" => name is null || scope.Values?.Contains(name) != true,
        "DoesNotExist" => string.IsNullOrEmpty(name),
        _ => !string.IsNullOrEmpty(name),
    };

    private static bool CrossesNamespaces(Affinity? affinity)
    {
        var (near, far) = (affinity?.PodAffinity, affinity?.PodAntiAffinity);
        return new[] { near?.RequiredDuringSchedulingIgnoredDuringExecution, far?.RequiredDuringSchedulingIgnoredDuringExecution }.SelectMany(static t => t ?? [])
            .Concat(new[] { near?.PreferredDuringSchedulingIgnoredDuringExecution, far?.PreferredDuringSchedulingIgnoredDuringExecution }.SelectMany(static t => t ?? []).Select(static t => t.PodAffinityTerm))
            .Any(static t => t.Namespaces is { Count: > 0 } || t.NamespaceSelector is not null);
    }
}
