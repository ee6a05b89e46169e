using System.Net;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Networking;
using ActorKube.Engine.Events;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Ingresses;
using ActorKube.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Endpoint = ActorKube.Api.Discovery.Endpoint;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Benchmarks.Network;

/// <summary>An ingress and a server behind it, at loopback ports of this process.</summary>
internal sealed class IngressUnderTest : IAsyncDisposable
{
    public const string Host = "web.test";
    private const string Space = "default";

    private readonly InMemoryJournal _journal = new(TimeProvider.System);
    private readonly ObjectView _view = new(new ViewOptions(), NetworkIndexes.All);
    private readonly WebApplication _backend;
    private readonly HostIngress _ingress;

    private IngressUnderTest(WebApplication backend)
    {
        _backend = backend;
        _ingress = new HostIngress(
            new IngressOptions { NodeName = "node", HttpPort = 0, HttpsPort = 0, Listen = IPAddress.Loopback, IsRequired = true }, _view, new NoEvents(), TimeProvider.System, NullLoggerFactory.Instance);
    }

    public IPEndPoint Backend => new(IPAddress.Loopback, new Uri(_backend.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port);

    public IPEndPoint Ingress => new(IPAddress.Loopback, _ingress.HttpPort!.Value);

    public static async Task<IngressUnderTest> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var backend = builder.Build();
        backend.Run(static http =>
        {
            http.Response.ContentType = "text/plain";
            http.Response.ContentLength = RequestLoad.Body.Length;
            return http.Response.WriteAsync(RequestLoad.Body);
        });
        await backend.StartAsync();
        var test = new IngressUnderTest(backend);
        await test._view.StartAsync(test._journal);
        foreach (var value in test.Objects())
        {
            await test.AppendAsync(value);
        }

        await test._ingress.StartAsync(CancellationToken.None);
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        await _ingress.DisposeAsync();
        await _backend.DisposeAsync();
        await _view.DisposeAsync();
        await _journal.DisposeAsync();
    }

    private IEnumerable<IApiObject> Objects() =>
    [
        new IngressClass { Metadata = new ObjectMeta { Name = IngressClassChoice.OwnClass }, Spec = new IngressClassSpec { Controller = IngressClassChoice.Controller } },
        new Service { Metadata = Named("web"), Spec = new ServiceSpec { Type = ServiceTypes.ClusterIp, ClusterIP = "10.96.0.10", Ports = [new ServicePort { Port = 80, Protocol = "TCP", TargetPort = 80 }] } },
        new EndpointSlice
        {
            Metadata = Named("web-1") with { Labels = new Dictionary<string, string> { ["kubernetes.io/service-name"] = "web" } },
            AddressType = "IPv4",
            Ports = [new SlicePort { Name = "", Protocol = "TCP", Port = Backend.Port }],
            Endpoints = [new Endpoint { Addresses = [Backend.Address.ToString()], Conditions = new EndpointConditions { Ready = true } }],
        },
        new Ingress
        {
            Metadata = Named("web"),
            Spec = new IngressSpec
            {
                IngressClassName = IngressClassChoice.OwnClass,
                Rules = [new IngressRule { Host = Host, Http = new() { Paths = [new() { Path = "/", PathType = "Prefix", Backend = new() { Service = new() { Name = "web", Port = new() { Number = 80 } } } }] } }],
            },
        },
    ];

    /// <summary>Past all rules: endpoints are loopbacks.</summary>
    private async Task AppendAsync(IApiObject value)
    {
        var kind = BuiltInKinds.Registry.All.First(k => k.Name == value.GetType().Name && k.StoredAs is null);
        var key = new ObjectKey(kind.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name!);
        await new ObjectStore(_journal, _view).AppendAsync(new JournalAppend(key, 0, ObjectState.Parse(kind.Write(value.With(value.Metadata with { ResourceVersion = "" }))), "bench", ChangeKind.Put));
    }

    private static ObjectMeta Named(string name) => new() { Namespace = Space, Name = name, Uid = "uid-of-" + name };

    private sealed class NoEvents : IEventRecorder
    {
        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null) =>
            throw new InvalidOperationException($"{reason}: {message}");
    }
}
