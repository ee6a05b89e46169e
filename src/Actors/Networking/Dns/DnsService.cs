using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Actors.Networking.Dns;

/// <summary>
/// The service <c>kube-dns</c>, by which pods reach the DNS of their own node: each node that has one adds a slice with its address and port, and the service's traffic stays on the node. It is
/// made by the first node that has a DNS. Somebody else's, with a selector, is left to whoever made it.
/// </summary>
/// <param name="clusterIp">The cluster's DNS address.</param>
internal sealed class DnsService(string clusterIp) : IReconciler
{
    public const string Space = "kube-system";
    public const string Name = "kube-dns";
    private const string Keeper = "dns.actorkube.io";
    private const string Udp = "UDP";
    private const string Tcp = "TCP";
    private const int Port = 53;

    public static readonly ObjectKey ServiceKey = new(Resources.Services, Space, Name);

    public string Resource => Resources.Nodes;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Node>() is not { } node || NodeDns.Of(node) is not { } address)
        {
            return Decision.None;
        }

        var service = context.View.Get(ServiceKey)?.Read<Service>();
        return service?.Spec.Selector is { Count: > 0 } ? Decision.None : new Decision([.. service is null ? [new CreateObject(Service())] : NoActions, .. Slice(context, node, address)]);
    }

    private static ImmutableArray<ReconcileAction> NoActions => [];

    private Service Service() => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new ObjectMeta { Name = Name, Namespace = Space, Labels = new Dictionary<string, string> { ["k8s-app"] = Name, ["kubernetes.io/cluster-service"] = "true" } },
        Spec = new ServiceSpec
        {
            ClusterIP = clusterIp,
            Type = ServiceTypes.ClusterIp,
            InternalTrafficPolicy = "Local",
            Ports = [new ServicePort { Name = "dns", Protocol = Udp, Port = Port }, new ServicePort { Name = "dns-tcp", Protocol = Tcp, Port = Port }],
        },
    };

    private static ImmutableArray<ReconcileAction> Slice(ReconcileContext context, Node node, IPEndPoint address)
    {
        var right = new EndpointSlice
        {
            ApiVersion = "discovery.k8s.io/v1",
            Kind = "EndpointSlice",
            Metadata = new ObjectMeta
            {
                Name = $"{Name}-{node.Metadata.Name}",
                Namespace = Space,
                Labels = new Dictionary<string, string> { [NetworkingNames.ServiceName] = Name, [NetworkingNames.ManagedBy] = Keeper },
                OwnerReferences = [Owners.ControllerOf(node)],
            },
            AddressType = address.AddressFamily == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4",
            Endpoints = [new Endpoint { Addresses = [address.Address.ToString()], NodeName = node.Metadata.Name, Conditions = new EndpointConditions { Ready = true, Serving = true, Terminating = false } }],
            Ports = [new SlicePort { Name = "dns", Port = address.Port, Protocol = Udp }, new SlicePort { Name = "dns-tcp", Port = address.Port, Protocol = Tcp }],
        };
        return context.View.Get(new ObjectKey(Resources.EndpointSlices, Space, right.Metadata.Name!)) is not { } stored ? [new CreateObject(right)]
            : stored.Read<EndpointSlice>() is var found && ApiEquality.Same(found with { Metadata = right.Metadata }, right) ? []
            : [new ReplaceObject(stored, found with { Endpoints = right.Endpoints, Ports = right.Ports })];
    }
}
