using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>Finds services by the pods that they may select, pods by services, and endpoint slices by their service, without looking at all of them.</summary>
public static class ServiceIndexes
{
    private const string ByLabel = "label";
    private const string ByService = "service";
    private const string ByTrait = "trait";
    private const string Topology = "topology";
    private const string LoadBalancer = "loadbalancer";
    private const string Unbalanced = "unbalanced";

    internal static readonly SelectorIndex Services = new(Resources.Services, static s => ServiceSelector.Of(s.Read<Service>()));

    internal static IReadOnlyList<IndexDefinition> All { get; } =
    [
        Services.Definition,
        new(ByTrait, Resources.Services, AddTraits),
        new(ByLabel, Resources.Pods, AddLabels),
        new(ByService, Resources.EndpointSlices, AddService),
    ];

    /// <summary>The endpoint slices that say that they are of a service, whoever keeps them, by name.</summary>
    public static IEnumerable<StoredObject> SlicesOf(ViewSnapshot view, string @namespace, string service) =>
        view.Lookup(Resources.EndpointSlices, ByService, $"{@namespace}/{service}");

    /// <summary>Services whose traffic is to stay in its zone as far as the shares of zones allow.</summary>
    internal static IEnumerable<StoredObject> WithTopology(ViewSnapshot view) => view.Lookup(Resources.Services, ByTrait, Topology);

    /// <summary>Services that have, or want, a load balancer.</summary>
    internal static IEnumerable<StoredObject> WithLoadBalancer(ViewSnapshot view) => view.Lookup(Resources.Services, ByTrait, LoadBalancer);

    /// <summary>Those of them that have no address of it yet.</summary>
    internal static IEnumerable<StoredObject> WaitingForLoadBalancer(ViewSnapshot view) => view.Lookup(Resources.Services, ByTrait, Unbalanced);

    /// <summary>The pods of a namespace that carry all these labels, by name.</summary>
    internal static IEnumerable<StoredObject> PodsWith(ViewSnapshot view, string @namespace, IReadOnlyDictionary<string, string> labels)
    {
        // One label narrows it down, the others are looked at one by one. Those that nothing else is filed under lead nowhere.
        var common = labels.Where(static l => IsCommon(l.Key)).OrderBy(static l => l.Key, StringComparer.Ordinal).Cast<KeyValuePair<string, string>?>().FirstOrDefault();
        var candidates = common is { } label ? view.Lookup(Resources.Pods, ByLabel, Key(@namespace, label)) : view.List(Resources.Pods, @namespace);
        return candidates.Where(p => labels.All(l => p.Header.Labels[l.Key] == l.Value));
    }

    private static void AddTraits(StoredObject stored, ICollection<string> keys)
    {
        var service = stored.Read<Service>();
        if (NetworkingNames.WantsTopology(service.Metadata.Annotations))
        {
            keys.Add(Topology);
        }

        if (service.Spec.Type == ServiceTypes.LoadBalancer || service.Metadata.Finalizers?.Contains(ServiceClaimNames.LoadBalancerFinalizer) == true)
        {
            keys.Add(LoadBalancer);
            if (service.Status.LoadBalancer.Ingress is null or { Count: 0 })
            {
                keys.Add(Unbalanced);
            }
        }
    }

    private static void AddLabels(StoredObject stored, ICollection<string> keys)
    {
        foreach (var label in stored.Header.Labels)
        {
            if (IsCommon(label.Key))
            {
                keys.Add(Key(stored.Key.Namespace, label));
            }
        }
    }

    private static void AddService(StoredObject stored, ICollection<string> keys)
    {
        if (stored.Header.Labels[NetworkingNames.ServiceName] is { } service)
        {
            keys.Add($"{stored.Key.Namespace}/{service}");
        }
    }

    /// <summary>Labels that controllers give each pod or each revision anew would fill the index, and next to nobody selects by them alone.</summary>
    private static bool IsCommon(string label) => label is not
        ("pod-template-hash" or "controller-revision-hash" or "pod-template-generation" or "statefulset.kubernetes.io/pod-name" or "apps.kubernetes.io/pod-index"
        or "controller-uid" or "job-name" or "batch.kubernetes.io/controller-uid" or "batch.kubernetes.io/job-name" or "batch.kubernetes.io/job-completion-index");

    private static string Key(string @namespace, KeyValuePair<string, string> label) => string.Concat(@namespace, "/", label.Key, "=") + label.Value;
}
