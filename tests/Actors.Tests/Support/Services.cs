using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Services, the pods behind them, and what is decided about their endpoints in short.</summary>
internal static class Services
{
    public static Service Service(string name = "web", Func<ServiceSpec, ServiceSpec>? change = null) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = Make.Meta(name),
        Spec = (change ?? (static s => s))(new ServiceSpec
        {
            Type = "ClusterIP",
            ClusterIP = "10.96.0.9",
            ClusterIPs = ["10.96.0.9"],
            IpFamilies = ["IPv4"],
            Selector = Make.Labels("app=web"),
            Ports = [new ServicePort { Port = 80, TargetPort = 8080, Protocol = "TCP" }],
        }),
    };

    /// <summary>A pod on a node, ready unless said otherwise.</summary>
    public static Pod Pod(string name, string ip, string node = "n1", bool ready = true, string labels = "app=web", string phase = PodPhases.Running)
    {
        var pod = Make.Pod(name, labels: labels, node: node, phase: phase, ready: ready);
        return pod with { Status = pod.Status with { PodIP = ip, PodIPs = [.. ip.Split(',').Select(static i => new PodIP { Ip = i })] } };
    }

    public static Node Node(string name, string zone, string cpu = "4") => Make.Node(name, cpu, labels: "topology.kubernetes.io/zone=" + zone);

    /// <summary>The slices that are made or changed: name, ports and endpoints. An endpoint is its address with R for ready, S for serving, T for terminating, and the zones that it is for.</summary>
    public static string[] Slices(this Decision decision) => [.. decision.Actions.Select(static a => a switch
    {
        CreateObject { Object: EndpointSlice slice } => "create " + Text(slice),
        ReplaceObject { Next: EndpointSlice slice } replace => $"replace {replace.Basis.Key.Name} {Text(slice)}",
        DeleteObject delete => "delete " + delete.Key.Name,
        EmitEvent emit => emit.Reason,
        _ => a.GetType().Name,
    })];

    public static string Text(EndpointSlice slice) =>
        string.Join(',', (slice.Ports ?? []).Select(static p => $"{p.Name}:{p.Port}")) + " [" + string.Join(' ', (slice.Endpoints ?? []).Select(Text)) + "]";

    public static string Text(Endpoints endpoints) => string.Join(" | ", (endpoints.Subsets ?? []).Select(static s =>
        $"{Ips(s.Addresses)}; {Ips(s.NotReadyAddresses)}; {string.Join(',', (s.Ports ?? []).Select(static p => p.Name + ":" + p.Port.ToString(CultureInfo.InvariantCulture)))}"));

    /// <summary>Carries out what was decided, as the performer would: new objects get names.</summary>
    public static async Task PerformAsync(this Cluster cluster, Decision decision)
    {
        foreach (var action in decision.Actions)
        {
            switch (action)
            {
                case CreateObject { Object: var made }:
                    var prefix = made.Metadata.GenerateName ?? "";
                    var name = made.Metadata.Name ?? prefix + cluster.View.Snapshot().Revision.ToString(CultureInfo.InvariantCulture);
                    await cluster.PutAsync(made.With(made.Metadata with { Name = name, Uid = null }));
                    break;
                case ReplaceObject { Next: var next }:
                    await cluster.PutAsync(next);
                    break;
                case ReplaceStatus { Next: var next }:
                    await cluster.PutAsync(next);
                    break;
                case DeleteObject delete:
                    await cluster.RemoveAsync(cluster.Get<IApiObject>(delete.Key));
                    break;
            }
        }
    }

    private static string Text(Endpoint endpoint)
    {
        var conditions = (endpoint.Conditions.Ready == true ? "R" : "") + (endpoint.Conditions.Serving == true ? "S" : "") + (endpoint.Conditions.Terminating == true ? "T" : "");
        var zones = string.Concat((endpoint.Hints?.ForZones ?? []).Select(static z => ">" + z.Name));
        return $"{string.Join('+', endpoint.Addresses ?? [])}/{conditions}{zones}{(endpoint.Hostname is { } name ? "@" + name : "")}";
    }

    private static string Ips(IReadOnlyList<EndpointAddress>? addresses) => string.Join(',', (addresses ?? []).Select(static a => a.Ip));
}
