using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Networking.EndpointLists;

/// <summary>A service with a selector has Endpoints of its name, which list the same pods as its slices in the older form. Endpoints go with their service, whoever made them.</summary>
internal sealed class EndpointsReconciler : IReconciler
{
    public string Resource => Resources.Services;

    public Decision Reconcile(ReconcileContext context)
    {
        var known = context.View.Get(context.Key with { Resource = Resources.Endpoints });
        if (context.Object is not { } stored)
        {
            return known is null || known.Read<Endpoints>().Metadata.Annotations?.ContainsKey(NetworkingNames.LeaderElection) == true
                ? Decision.None : Decision.Do(new DeleteObject(known.Key, known.Header.Uid));
        }

        var service = stored.Read<Service>();
        if (stored.Header.IsDeleting || ServiceSelector.Of(service) is null)
        {
            return Decision.None;
        }

        List<ServicePod> pods = [.. ServicePod.Of(context.View, service, terminating: service.Spec.PublishNotReadyAddresses)];
        var all = SubsetPacking.Pack(pods.SelectMany(p => SubsetsOf(p, service)));
        var right = SubsetLimit.Cut(all);
        var labels = ServiceSelector.LabelsOf(service) is { Count: > 0 } some ? some : null;
        if (known is null)
        {
            return Decision.Do(new CreateObject(Write(new Endpoints { ApiVersion = "v1", Kind = "Endpoints", Metadata = new ObjectMeta { Name = context.Key.Name, Namespace = context.Key.Namespace } },
                right, labels, service.Metadata.CreationTimestamp, SubsetLimit.IsExceeded(all))));
        }

        var found = known.Read<Endpoints>();
        var next = Write(found, right, labels, TriggerTime.Read(found.Metadata), SubsetLimit.IsExceeded(all));
        return ApiEquality.Same(found, next) ? Decision.None : Decision.Do(new ReplaceObject(known, next with { Metadata = TriggerTime.Write(next.Metadata, Triggered(found, pods)) }));
    }

    private static Endpoints Write(Endpoints endpoints, List<EndpointSubset> subsets, Dictionary<string, string>? labels, DateTimeOffset? time, bool isCut)
    {
        var metadata = TriggerTime.Write(endpoints.Metadata, time);
        var annotations = new Dictionary<string, string>(metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        annotations.Remove(NetworkingNames.OverCapacity);
        if (isCut)
        {
            annotations[NetworkingNames.OverCapacity] = "truncated";
        }

        return endpoints with
        {
            Metadata = metadata with { Labels = labels, Annotations = annotations.Count == 0 ? null : annotations },
            Subsets = subsets.Count == 0 ? null : subsets,
        };
    }

    /// <summary>The earliest change of a pod that the Endpoints don't tell of yet.</summary>
    private static DateTimeOffset? Triggered(Endpoints found, List<ServicePod> pods)
    {
        var told = TriggerTime.Read(found.Metadata);
        var ready = (found.Subsets ?? []).SelectMany(static s => s.Addresses ?? []).Select(static a => a.TargetRef?.Uid).ToHashSet();
        return pods.Where(p => p.Facts.IsReady != ready.Contains(p.Stored.Header.Uid)).Select(static p => p.Facts.ReadyChanged).Where(t => t is not null && (told is null || t > told)).Min();
    }

    private static IEnumerable<EndpointSubset> SubsetsOf(ServicePod pod, Service service)
    {
        if (pod.Address(AddressFamilies.Of(service)[0]) is not { } ip)
        {
            yield break;
        }

        IReadOnlyList<EndpointAddress> address = [new EndpointAddress { Ip = ip, NodeName = pod.Facts.Node, Hostname = pod.HostnameIn(service), TargetRef = pod.Reference }];
        var isReady = service.Spec.PublishNotReadyAddresses || pod.Facts.IsReady;
        var subset = new EndpointSubset { Addresses = isReady ? address : null, NotReadyAddresses = isReady ? null : address };
        if (service.Spec.Ports is not { Count: > 0 } ports)
        {
            if (ServiceSelector.IsHeadless(service))
            {
                yield return subset;
            }

            yield break;
        }

        foreach (var port in ports)
        {
            if (pod.PortOf(port) is { } number)
            {
                yield return subset with { Ports = [new EndpointPort { Name = port.Name, Port = number, Protocol = port.Protocol ?? "TCP", AppProtocol = port.AppProtocol }] };
            }
        }
    }
}
