using System.Net;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Api.Networking;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Ingresses.Tests.Support;

/// <summary>Short names for what tests of the ingress are full of.</summary>
internal static class Make
{
    public const string Space = "default";
    public const string Host = "web.test";

    private static readonly DateTimeOffset Epoch = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IngressClass Class(string name = "actorkube", string controller = IngressClassChoice.Controller, bool isDefault = true) => new()
    {
        Metadata = new ObjectMeta { Name = name, Annotations = new Dictionary<string, string> { [IngressClassChoice.DefaultMark] = isDefault ? "true" : "false" } },
        Spec = new IngressClassSpec { Controller = controller },
    };

    /// <param name="rules">As <see cref="Rule"/> reads them.</param>
    public static Ingress Ingress(string name, params string[] rules) => Ingress(name, age: 0, rules);

    /// <param name="age">Days; the larger the older.</param>
    public static Ingress Ingress(string name, int age, params string[] rules) => new()
    {
        Metadata = new ObjectMeta { Namespace = Space, Name = name, CreationTimestamp = Epoch - TimeSpan.FromDays(age) },
        Spec = new IngressSpec { IngressClassName = "actorkube", Rules = [.. rules.Select(Rule)] },
    };

    public static Ingress With(this Ingress ingress, params (string Name, string Value)[] annotations) =>
        ingress with { Metadata = ingress.Metadata with { Annotations = annotations.ToDictionary(static a => a.Name, static a => a.Value) } };

    /// <summary><c>HOST/PATH SERVICE</c>, for a prefix; <c>=HOST/PATH SERVICE</c> for an exact path; <c>*</c> for every host is left out.</summary>
    public static IngressRule Rule(string text)
    {
        var (where, service) = text.Split(' ') is [var a, var b] ? (a, b) : throw new FormatException(text);
        var slash = where.IndexOf('/', StringComparison.Ordinal);
        return new IngressRule
        {
            Host = where[..slash].TrimStart('=') is { Length: > 0 } host ? host : null,
            Http = new HTTPIngressRuleValue { Paths = [new HTTPIngressPath { Path = where[slash..], PathType = where.StartsWith('=') ? "Exact" : "Prefix", Backend = Backend(service) }] },
        };
    }

    public static IngressBackend Backend(string service) => new() { Service = new IngressServiceBackend { Name = service, Port = new ServiceBackendPort { Number = 80 } } };

    public static Service Service(string name, string? appProtocol = null) => new()
    {
        Metadata = new ObjectMeta { Namespace = Space, Name = name },
        Spec = new ServiceSpec { Type = ServiceTypes.ClusterIp, ClusterIP = "None", ClusterIPs = ["None"], Ports = [new ServicePort { Port = 80, Protocol = "TCP", TargetPort = 80, AppProtocol = appProtocol }] },
    };

    /// <summary>All endpoints have the same port, so those on one machine have slices of their own.</summary>
    public static EndpointSlice Slice(string service, string name, IPEndPoint endpoint, bool ready = true, bool terminating = false) => new()
    {
        Metadata = new ObjectMeta { Namespace = Space, Name = $"{service}-{name}", Labels = new Dictionary<string, string> { ["kubernetes.io/service-name"] = service } },
        AddressType = "IPv4",
        Ports = [new SlicePort { Name = "", Protocol = "TCP", Port = endpoint.Port }],
        Endpoints = [new Endpoint { Addresses = [endpoint.Address.ToString()], Conditions = new EndpointConditions { Ready = ready, Serving = ready || terminating, Terminating = terminating } }],
    };

    public static Secret Tls(string name, string certificate, string key) => new()
    {
        Metadata = new ObjectMeta { Namespace = Space, Name = name },
        Type = "kubernetes.io/tls",
        Data = new Dictionary<string, ReadOnlyMemory<byte>> { ["tls.crt"] = System.Text.Encoding.ASCII.GetBytes(certificate), ["tls.key"] = System.Text.Encoding.ASCII.GetBytes(key) },
    };
}
