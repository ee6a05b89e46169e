using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Network.Tests.Dns;

/// <summary>
/// A small cluster: in the namespace shop a service with a cluster IP (web), another whose address is written with leading zeros (old), a headless one with endpoints (db), one without (empty), an external one (ext); in the namespace other nothing.
/// </summary>
public sealed class ZoneFixture : IAsyncLifetime
{
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "test" }, Cause = "test" };
    private ObjectCommands _commands = null!;

    public ObjectView View { get; } = new(new ViewOptions(), NetworkIndexes.All);

    public async ValueTask InitializeAsync()
    {
        var journal = new InMemoryJournal(TimeProvider.System);
        await View.StartAsync(journal);
        _commands = new ObjectCommands(new ObjectStore(journal, View), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, TimeProvider.System);
        foreach (var name in new[] { "shop", "other" })
        {
            await CreateAsync("namespaces", new Namespace { Metadata = new ObjectMeta { Name = name } });
        }

        await ServiceAsync("web", new ServiceSpec
        {
            ClusterIP = "10.96.0.20",
            ClusterIPs = ["10.96.0.20"],
            Ports = [new ServicePort { Name = "http", Port = 80 }, new ServicePort { Name = "names", Port = 53, Protocol = "UDP" }],
        });
        await ServiceAsync("old", new ServiceSpec { ClusterIP = "10.96.0.021", ClusterIPs = ["10.96.0.021"], Ports = [new ServicePort { Port = 80 }] });
        await ServiceAsync("db", new ServiceSpec { ClusterIP = "None", ClusterIPs = ["None"], Ports = [new ServicePort { Name = "sql", Port = 5432 }] });
        await ServiceAsync("empty", new ServiceSpec { ClusterIP = "None", ClusterIPs = ["None"] });
        await ServiceAsync("ext", new ServiceSpec { Type = "ExternalName", ExternalName = "example.org" });
        await ServiceAsync("near", new ServiceSpec { Type = "ExternalName", ExternalName = "web.shop.svc.cluster.local" });
        await CreateAsync("endpointslices.discovery.k8s.io", new EndpointSlice
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "db-1", Labels = new Dictionary<string, string> { ["kubernetes.io/service-name"] = "db" } },
            AddressType = "IPv4",
            Ports = [new SlicePort { Name = "sql", Port = 5432, Protocol = "TCP" }],
            Endpoints =
            [
                new Endpoint { Addresses = ["10.1.0.1"], Hostname = "db-0", Conditions = new EndpointConditions { Ready = true } },
                new Endpoint { Addresses = ["10.1.0.2"], Conditions = new EndpointConditions { Ready = true } },
                new Endpoint { Addresses = ["10.1.0.3"], Hostname = "db-2", Conditions = new EndpointConditions { Ready = false } },
            ],
        });
        await CreateAsync("endpointslices.discovery.k8s.io", new EndpointSlice
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "db-6", Labels = new Dictionary<string, string> { ["kubernetes.io/service-name"] = "db" } },
            AddressType = "IPv6",
            Endpoints = [new Endpoint { Addresses = ["fd00::20"], Hostname = "db-0", Conditions = new EndpointConditions { Ready = true } }],
        });
    }

    /// <summary>Through the journal to the view.</summary>
    public Task DeleteServiceAsync(string name) =>
        _commands.DeleteAsync(_commands.Kinds.Stored("services"), new ObjectKey("services", "shop", name), new DeleteOptions(), Writes, TestContext.Current.CancellationToken).AsTask();

    public Task ServiceAsync(string name, ServiceSpec spec) => CreateAsync("services", new Service { Metadata = new ObjectMeta { Namespace = "shop", Name = name }, Spec = spec });

    public ValueTask DisposeAsync() => View.DisposeAsync();

    private Task<WriteResult> CreateAsync(string resource, IApiObject value) => _commands.CreateAsync(_commands.Kinds.Stored(resource), value, Writes, TestContext.Current.CancellationToken).AsTask();
}
