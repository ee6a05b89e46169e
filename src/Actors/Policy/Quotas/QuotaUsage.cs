using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Policy.Quotas;

/// <summary>What one object takes of quotas, by the names that quotas use.</summary>
internal static class QuotaUsage
{
    private static readonly Quantity One = new(1);

    private static readonly HashSet<string> CountedByName = new(StringComparer.Ordinal)
    {
        "services", "replicationcontrollers", "resourcequotas", "secrets", "configmaps", "persistentvolumeclaims",
    };

    /// <summary>Whether objects of a kind can take anything of it.</summary>
    public static bool Concerns(Kind kind, string resource) =>
        resource == Count(kind) || resource == kind.Resource
        || (kind.Resource switch
        {
            "pods" => resource is "pods" or "cpu" or "memory" or "ephemeral-storage" || resource.StartsWith("requests.", StringComparison.Ordinal) || resource.StartsWith("limits.", StringComparison.Ordinal)
                || resource.StartsWith("hugepages-", StringComparison.Ordinal),
            "services" => resource is "services.nodeports" or "services.loadbalancers",
            "persistentvolumeclaims" => resource == "requests.storage" || resource.Contains(".storageclass.storage.k8s.io/", StringComparison.Ordinal),
            _ => false,
        });

    public static Dictionary<string, Quantity> Of(Kind kind, IApiObject value)
    {
        var usage = new Dictionary<string, Quantity>(StringComparer.Ordinal) { [Count(kind)] = One };
        if (CountedByName.Contains(kind.Resource))
        {
            usage[kind.Resource] = One;
        }

        switch (value)
        {
            case Pod pod when !PodPhases.IsTerminal(pod.Status.Phase):
                Add(usage, pod);
                break;
            case Service service:
                Add(usage, service);
                break;
            case PersistentVolumeClaim claim:
                Add(usage, claim);
                break;
        }

        return usage;
    }

    private static string Count(Kind kind) => "count/" + ApiErrors.Qualified(kind.Plural, kind.Group);

    private static void Add(Dictionary<string, Quantity> usage, Pod pod)
    {
        usage["pods"] = One;
        foreach (var (name, amount) in PodResources.Requests(pod))
        {
            usage["requests." + name] = amount;
            if (!name.Contains('/', StringComparison.Ordinal))
            {
                usage[name] = amount;
            }
        }

        foreach (var (name, amount) in PodResources.Limits(pod))
        {
            usage["limits." + name] = amount;
        }
    }

    private static void Add(Dictionary<string, Quantity> usage, Service service)
    {
        var type = service.Spec.Type;
        if (type == "LoadBalancer")
        {
            usage["services.loadbalancers"] = One;
        }

        if (type == "NodePort" || (type == "LoadBalancer" && service.Spec.AllocateLoadBalancerNodePorts != false))
        {
            usage["services.nodeports"] = new Quantity(service.Spec.Ports?.Count ?? 0);
        }
    }

    private static void Add(Dictionary<string, Quantity> usage, PersistentVolumeClaim claim)
    {
        var storage = claim.Spec.Resources.Requests?.GetValueOrDefault("storage") ?? Quantity.Zero;
        usage["requests.storage"] = storage;
        if (claim.Spec.StorageClassName is { Length: > 0 } name)
        {
            usage[name + ".storageclass.storage.k8s.io/requests.storage"] = storage;
            usage[name + ".storageclass.storage.k8s.io/persistentvolumeclaims"] = One;
        }
    }
}
