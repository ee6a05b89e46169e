using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using CorePort = ActorKube.Api.Core.EndpointPort;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Actors.Networking;

/// <summary>
/// The namespace <c>default</c> has a service <c>kubernetes</c>, by which pods reach the API server. The service is made when it isn't there; where it leads to is
/// kept right. It has no selector, so nobody else looks after it.
/// </summary>
internal sealed class ApiServerService(ApiServerAddress server) : IReconciler
{
    public const string Space = "default";
    public const string Name = "kubernetes";
    private const string PortName = "https";
    private const string Tcp = "TCP";

    public string Resource => Resources.Namespaces;

    public Decision Reconcile(ReconcileContext context) => context is { Key.Name: Space, Object.Header.IsDeleting: false }
        ? new Decision([.. Missing(context), .. Endpoints(context), .. Slice(context)])
        : Decision.None;

    private ImmutableArray<ReconcileAction> Missing(ReconcileContext context) => context.View.TryGet(KeyOf(Resources.Services), out _) ? [] : [new CreateObject(new Service
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = Metadata(("component", "apiserver"), ("provider", "kubernetes")),
        Spec = new ServiceSpec
        {
            ClusterIP = server.ClusterIp,
            IpFamilyPolicy = "SingleStack",
            SessionAffinity = "None",
            Type = ServiceTypes.ClusterIp,
            Ports = [new ServicePort { Name = PortName, Protocol = Tcp, Port = 443, TargetPort = server.Port }],
        },
    })];

    private ImmutableArray<ReconcileAction> Endpoints(ReconcileContext context)
    {
        var right = new Endpoints
        {
            ApiVersion = "v1",
            Kind = "Endpoints",
            Metadata = Metadata(("endpointslice.kubernetes.io/skip-mirror", "true")),
            Subsets =
            [
                new EndpointSubset { Addresses = [.. server.Addresses().Select(static a => new EndpointAddress { Ip = a })], Ports = [new CorePort { Name = PortName, Port = server.Port, Protocol = Tcp }] },
            ],
        };
        return context.View.Get(KeyOf(Resources.Endpoints)) is not { } stored ? [new CreateObject(right)]
            : stored.Read<Endpoints>() is var found && ApiEquality.Same(found with { Metadata = right.Metadata }, right) ? []
            : [new ReplaceObject(stored, found with { Subsets = right.Subsets })];
    }

    private ImmutableArray<ReconcileAction> Slice(ReconcileContext context)
    {
        var right = new EndpointSlice
        {
            ApiVersion = "discovery.k8s.io/v1",
            Kind = "EndpointSlice",
            Metadata = Metadata(("kubernetes.io/service-name", Name)),
            AddressType = "IPv4",
            Endpoints = [.. server.Addresses().Select(static a => new Endpoint { Addresses = [a], Conditions = new EndpointConditions { Ready = true } })],
            Ports = [new SlicePort { Name = PortName, Port = server.Port, Protocol = Tcp }],
        };
        return context.View.Get(KeyOf(Resources.EndpointSlices)) is not { } stored ? [new CreateObject(right)]
            : stored.Read<EndpointSlice>() is var found && ApiEquality.Same(found with { Metadata = right.Metadata }, right) ? []
            : [new ReplaceObject(stored, found with { Endpoints = right.Endpoints, Ports = right.Ports })];
    }

    private static ObjectKey KeyOf(string resource) => new(resource, Space, Name);

    private static ObjectMeta Metadata(params IEnumerable<(string Key, string Value)> labels) => new()
    {
        Name = Name,
        Namespace = Space,
        Labels = labels.ToDictionary(static l => l.Key, static l => l.Value, StringComparer.Ordinal),
    };
}
