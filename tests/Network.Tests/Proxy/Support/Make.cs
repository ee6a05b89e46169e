using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Network.Tests.Proxy.Support;

/// <summary>Short names for what tests of the proxy are full of.</summary>
internal static class Make
{
    public const string ClusterIp = "10.96.0.10";

    public static NodeFacts Node { get; } = new("node") { Addresses = [Address("192.0.2.1")], PodNetworks = [Network("10.244.0.0/16")] };

    public static uint Address(string text) => Ipv4.TryParse(text, out var address) ? address : throw new FormatException(text);

    public static Ipv4Network Network(string text) => Ipv4Network.TryParse(text, out var network) ? network : throw new FormatException(text);

    public static Backend Backend(string address, ushort port = 8080) => new(Address(address), port);

    /// <summary>With the port 80 over TCP, unless told otherwise.</summary>
    public static Service Service(Func<ServiceSpec, ServiceSpec>? with = null, string name = "web", string ip = ClusterIp, string protocol = "TCP")
    {
        var spec = new ServiceSpec { Type = ServiceTypes.ClusterIp, ClusterIP = ip, ClusterIPs = [ip], Ports = [new ServicePort { Port = 80, Protocol = protocol, TargetPort = 8080 }] };
        return new Service { Metadata = new ObjectMeta { Namespace = "default", Name = name, Uid = name }, Spec = with?.Invoke(spec) ?? spec };
    }

    public static ServiceSpec NodePort(this ServiceSpec spec, int port) => spec with { Type = ServiceTypes.NodePort, Ports = [.. spec.Ports!.Select(p => p with { NodePort = port })] };

    public static EndpointSlice Slice(params Endpoint[] endpoints) => SliceOf("TCP", endpoints);

    public static EndpointSlice SliceOf(string protocol, params Endpoint[] endpoints) =>
        new() { AddressType = "IPv4", Endpoints = endpoints, Ports = [new SlicePort { Name = "", Port = 8080, Protocol = protocol }] };

    public static Endpoint Endpoint(string address, bool ready = true, bool? serving = null, bool terminating = false, string? node = "node", params string[] zones) => new()
    {
        Addresses = [address],
        NodeName = node,
        Conditions = new EndpointConditions { Ready = ready, Serving = serving ?? ready, Terminating = terminating },
        Hints = zones.Length == 0 ? null : new EndpointHints { ForZones = [.. zones.Select(static z => new ForZone { Name = z })] },
    };

    public static ServiceRoutes Routes(Service service, NodeFacts node, params EndpointSlice[] slices) => ServiceResolver.Resolve(service, slices, node)!;

    public static ServiceTable Table(params ServiceRoutes[] services) => Table(Node, services);

    public static ServiceTable Table(NodeFacts node, params ServiceRoutes[] services) =>
        ServiceTable.Empty(node).With(services.Select(static s => KeyValuePair.Create(s.Name, (ServiceRoutes?)s)));

    public static ServiceTable With(this ServiceTable table, ServiceRoutes routes) => table.With([KeyValuePair.Create(routes.Name, (ServiceRoutes?)routes)]);

    public static ImmutableArray<string> Text(this IEnumerable<Backend> backends) => [.. backends.Select(static b => Ipv4.Text(b.Address))];
}
