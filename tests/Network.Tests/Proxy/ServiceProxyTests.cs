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
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Proxy;

/// <summary>The whole proxy, from objects that are written to connections that are made.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class ServiceProxyTests(PodLabFixture lab)
{
    private const int Limit = 120_000;
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "test" }, Cause = "test" };

    [Fact(Timeout = Limit)]
    public async Task Changes_InTheView_TakeEffectAndProblemsBecomeEvents()
    {
        var journal = new InMemoryJournal(TimeProvider.System);
        await using var view = new ObjectView(new ViewOptions(), NetworkIndexes.All);
        await view.StartAsync(journal, TestContext.Current.CancellationToken);
        var commands = new ObjectCommands(new ObjectStore(journal, view), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, TimeProvider.System);
        var events = new RecordedEvents();
        var options = new ServiceProxyOptions { NodeName = "node", NodeId = "shell-test", Mode = ServiceProxyMode.Nftables, NodeAddresses = () => [lab.Lab.Node.Address] };
        await using var proxy = InNamespace.Run(lab.Node, () => ServiceProxy.Create(options, view, events, TimeProvider.System, NullLogger<ServiceProxy>.Instance));
        using var settled = new SemaphoreSlim(0);
        proxy.Settled += () => settled.Release();
        var slices = commands.Kinds.Stored("endpointslices.discovery.k8s.io");
        await commands.CreateAsync(commands.Kinds.Stored("services"), Make.Service(static s => s with { ExternalIPs = ["2001:db8::1"] }), Writes, TestContext.Current.CancellationToken);
        proxy.Start();
        await UntilAsync(settled, () => proxy.Counts.Services == 1);

        var slice = Make.Slice(Make.Endpoint(PodLabFixture.Pod(0))) with { Metadata = new ObjectMeta { Namespace = "default", Name = "web-1", Labels = new Dictionary<string, string> { ["kubernetes.io/service-name"] = "web" } } };
        await commands.CreateAsync(slices, slice, Writes, TestContext.Current.CancellationToken);
        await UntilAsync(settled, () => proxy.Counts.Endpoints == 1);
        Assert.Equal(0, (await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80)).Pod);

        await commands.UpdateAsync(
            new ObjectUpdate(slices, new ObjectKey("endpointslices.discovery.k8s.io", "default", "web-1"), static s => ((EndpointSlice)s) with { Endpoints = [Make.Endpoint(PodLabFixture.Pod(1)), Make.Endpoint(PodLabFixture.Pod(1) + "9")] }),
            Writes,
            TestContext.Current.CancellationToken);
        await UntilAsync(settled, () => proxy.Counts.Endpoints == 2);
        Assert.Contains("2001:db8::1", Assert.Single(events.All), StringComparison.Ordinal);
        Assert.Equal((1, true), (proxy.Counts.Unprogrammed, proxy.Counts.IsKernel));
        Assert.True(await InNamespace.Run(lab.Node, static () => ServiceProxy.RemoveAsync("shell-test", NullLogger.Instance)));
    }

    private static async Task UntilAsync(SemaphoreSlim settled, Func<bool> done)
    {
        while (!done())
        {
            await settled.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private sealed class RecordedEvents : IEventRecorder
    {
        private readonly List<string> _all = [];

        public IReadOnlyList<string> All => _all;

        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null) => _all.Add($"{type} {reason} {regarding.Name}: {message}");
    }
}
