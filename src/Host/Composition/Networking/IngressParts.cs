using System.Net;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Networking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Views;
using ActorKube.Ingresses;
using ActorKube.Ingresses.Metrics;
using ActorKube.NodeAgent;
using ActorKube.Server.Authentication;
using ActorKube.Server.Metrics;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Networking;

/// <summary>What a host does for Ingresses.</summary>
internal static class IngressParts
{
    private const string Classes = "ingressclasses.networking.k8s.io";
    private static readonly string[] StatusClasses = ["1xx", "2xx", "3xx", "4xx", "5xx"];

    /// <summary>Null for a host that serves none.</summary>
    public static HostIngress? Create(HostSettings settings, ObjectView view, IEventRecorder events, TimeProvider time, ILoggerFactory logs) =>
        settings.Ingress == "off" || (settings.Ingress == "auto" && settings.Runtime != "docker") ? null : new HostIngress(
            new IngressOptions
            {
                NodeName = settings.NodeName,
                HttpPort = settings.IngressHttpPort,
                HttpsPort = settings.IngressHttpsPort,
                TrustedProxies = TrustedProxies(settings.IngressTrustedProxies),
                IsRequired = settings.Ingress == "on",
            },
            view,
            events,
            time,
            logs);

    /// <exception cref="ArgumentException">One is no network.</exception>
    public static IReadOnlyList<IPNetwork> TrustedProxies(string cidrs) =>
    [
        .. cidrs.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static c => IPNetwork.TryParse(c, out var network) ? network : throw new ArgumentException($"Proxies that are trusted are networks such as 192.0.2.0/24, and '{c}' is none.")),
    ];

    /// <summary>What the Node tells of the ingress; nothing of a host that serves none.</summary>
    public static IReadOnlyList<ReportedCondition> Conditions(HostIngress? ingress) => ingress switch
    {
        null => [],
        { HttpPort: { } http, HttpsPort: { } https } => [new(IngressCondition.Type, true, "PortsOpen", $"Ingresses are served on the ports {http} and {https}")],
        _ => [new(IngressCondition.Type, false, "PortsClosed", "the ports for Ingresses are not open")],
    };

    /// <exception cref="ArgumentException">It was asked for and its ports can't be had.</exception>
    public static async Task StartAsync(HostIngress? ingress, ObjectCommands store, CancellationToken cancellationToken)
    {
        if (ingress is not null)
        {
            await ingress.StartAsync(cancellationToken).ConfigureAwait(false);
            await EnsureClassAsync(store, cancellationToken).ConfigureAwait(false);
        }
    }

    public static IEnumerable<Metric> Metrics(IngressCounts? counts) => counts is null ? [] :
    [
        .. counts.Requests.SelectMany(r => r.Answered.Select((n, i) => Of(r, "actorkube_ingress_requests_total", "counter", "Requests that were answered, by Ingress and class of status.", n, ("code", StatusClasses[i])))),
        .. counts.Requests.Select(static r => Of(r, "actorkube_ingress_request_seconds_total", "counter", "Time that these requests took, added up.", r.Duration.TotalSeconds)),
        .. counts.Requests.Select(static r => Of(r, "actorkube_ingress_active_requests", "gauge", "Requests under way, upgraded connections among them.", r.Active)),
        new("actorkube_ingress_connections", "gauge", "Connections of clients that are open.", counts.Connections),
        new("actorkube_ingress_backend_connections_total", "counter", "Connections to backends that were made.", counts.BackendConnections),
        new("actorkube_ingress_retries_total", "counter", "Requests that were sent to another endpoint because one could not be connected to.", counts.Retries),
        new("actorkube_ingress_problems", "gauge", "Things that Ingresses ask for and can't have; each has a Warning Event.", counts.Problems),
    ];

    private static Metric Of(IngressRequestCounts counts, string name, string type, string help, double value, params (string Name, string Value)[] more) => new(name, type, help, value)
    {
        Labels = [KeyValuePair.Create("namespace", counts.Namespace), KeyValuePair.Create("ingress", counts.Name), .. more.Select(static m => KeyValuePair.Create(m.Name, m.Value))],
    };

    /// <summary>Our class, the default one unless somebody has another. What is there stays as it is.</summary>
    private static async Task EnsureClassAsync(ObjectCommands store, CancellationToken cancellationToken)
    {
        var classes = store.View.Snapshot().List(Classes).Select(static c => c.Read<IngressClass>()).ToList();
        if (classes.Exists(static c => c.Metadata.Name == IngressClassChoice.OwnClass))
        {
            return;
        }

        var isDefault = !classes.Exists(IngressClassChoice.IsDefault);
        var own = new IngressClass
        {
            Metadata = new ObjectMeta
            {
                Name = IngressClassChoice.OwnClass,
                Annotations = isDefault ? new Dictionary<string, string> { [IngressClassChoice.DefaultMark] = "true" } : null,
            },
            Spec = new IngressClassSpec { Controller = IngressClassChoice.Controller },
        };
        try
        {
            await store.CreateAsync(store.Kinds.Stored(Classes), own, new WriteOptions { User = Users.System, Cause = "ingress" }, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Code == 409)
        {
            // Another host was first.
        }
    }
}
