using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Proxy;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Proxy.Support;

/// <summary>A view that is written to, and the lab node's proxy that follows it. Disposing it leaves nothing in the kernel.</summary>
internal sealed class ProxiedView : IAsyncDisposable
{
    private const string NodeId = "shell-test";
    private const string Slices = "endpointslices.discovery.k8s.io";
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "test" }, Cause = "test" };
    private readonly InMemoryJournal _journal = new(TimeProvider.System);
    private readonly ObjectView _view = new(new ViewOptions(), NetworkIndexes.All);
    private readonly RecordedEvents _events = new();
    private readonly SemaphoreSlim _settled = new(0);
    private readonly PodLabFixture _lab;
    private readonly ObjectCommands _commands;

    public ProxiedView(PodLabFixture lab)
    {
        _lab = lab;
        _commands = new ObjectCommands(new ObjectStore(_journal, _view), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, TimeProvider.System);
        var options = new ServiceProxyOptions { NodeName = "node", NodeId = NodeId, Mode = ServiceProxyMode.Nftables, NodeAddresses = () => [lab.Lab.Node.Address] };
        Proxy = InNamespace.Run(lab.Node, () => ServiceProxy.Create(options, _view, _events, TimeProvider.System, NullLogger<ServiceProxy>.Instance));
        Proxy.Settled += () => _settled.Release();
    }

    public ServiceProxy Proxy { get; }

    public IReadOnlyList<string> Events => _events.All;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task StartAsync()
    {
        await _view.StartAsync(_journal, Cancellation);
        Proxy.Start();
    }

    public Task AddAsync(Service service) => _commands.CreateAsync(_commands.Kinds.Stored("services"), service, Writes, Cancellation).AsTask();

    /// <summary>The service's one slice.</summary>
    public Task AddSliceAsync(string service, params Endpoint[] endpoints) => _commands.CreateAsync(
        _commands.Kinds.Stored(Slices),
        Make.Slice(endpoints) with { Metadata = new ObjectMeta { Namespace = "default", Name = service, Labels = new Dictionary<string, string> { ["kubernetes.io/service-name"] = service } } },
        Writes,
        Cancellation).AsTask();

    public Task ChangeSliceAsync(string service, params Endpoint[] endpoints) => _commands.UpdateAsync(
        new ObjectUpdate(_commands.Kinds.Stored(Slices), new ObjectKey(Slices, "default", service), s => ((EndpointSlice)s) with { Endpoints = endpoints }), Writes, Cancellation).AsTask();

    /// <summary>Looks after each change that has taken effect.</summary>
    public async Task UntilAsync(Func<ServiceProxyCounts, bool> done)
    {
        while (!done(Proxy.Counts))
        {
            await _settled.WaitAsync(Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await InNamespace.Run(_lab.Node, static () => ServiceProxy.RemoveAsync(NodeId, NullLogger.Instance));
        await _view.DisposeAsync();
        _settled.Dispose();
    }

    private sealed class RecordedEvents : IEventRecorder
    {
        private readonly List<string> _all = [];

        public IReadOnlyList<string> All => _all;

        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null) => _all.Add($"{type} {reason} {regarding.Name}: {message}");
    }
}
