using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Pods;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Pods;

/// <summary>From Nodes that are written to routes that are made.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class PodNetworkTests(PodLabFixture lab)
{
    private const int Limit = 120_000;
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "test" }, Cause = "test" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Nodes_ThatJoinMoveAndLeave_AreFollowedAndRoutesRepaired()
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        await using var view = new ObjectView(new ViewOptions(), NetworkIndexes.All);
        var journal = new InMemoryJournal(TimeProvider.System);
        await view.StartAsync(journal, Cancelled);
        var commands = new ObjectCommands(new ObjectStore(journal, view), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, TimeProvider.System);
        var events = new RecordedEvents();
        var options = machines.Options(machines.First, PodNetworkBackend.HostGw) with { CheckPeriod = TimeSpan.FromMilliseconds(200) };
        await CreateAsync(commands, "first", machines.First.Address.ToString(), "10.250.1.0/24");
        await using (var network = InNamespace.Run(machines.First.Namespace, () => PodNetwork.Create(options, view, events, TimeProvider.System, NullLogger<PodNetwork>.Instance)))
        {
            using var settled = new SemaphoreSlim(0);
            network.Settled += () => settled.Release();
            Assert.NotNull(network.Problem);
            network.Start();
            Assert.Equal((null, 1500), (network.Problem, network.Mtu));

            await CreateAsync(commands, "second", machines.Second.Address.ToString(), "10.250.2.0/24");
            await UntilAsync(settled, async () => await PodMachines.RoutesAsync(machines.First) == $"10.250.2.0/24 via {machines.Second.Address} dev eth0 \n");

            await machines.First.RunAsync("ip", "route", "flush", "proto", "107");
            await UntilAsync(settled, async () => (await PodMachines.RoutesAsync(machines.First)).Length > 0);

            await MoveAsync(commands, "second", "192.0.2.77");
            await UntilAsync(settled, () => Task.FromResult(network.Counts.Unreachable == 1));
            Assert.Equal("", await PodMachines.RoutesAsync(machines.First));
            Assert.Equal(
                "Warning PodNetworkUnreachable second: Node first can't reach the pods of node second: 192.0.2.77 is not on a network of this machine, as routes need it; --network vxlan doesn't", Assert.Single(events.All));

            await MoveAsync(commands, "second", machines.Second.Address.ToString());
            await UntilAsync(settled, () => Task.FromResult(network.Counts is { Unreachable: 0, Routes: 1 }));
        }

        // Without the process it stays, until the Node goes and somebody looks.
        Assert.NotEqual("", await PodMachines.RoutesAsync(machines.First));
        await commands.DeleteAsync(commands.Kinds.Stored("nodes"), new ObjectKey("nodes", "", "second"), new DeleteOptions(), Writes, Cancelled);
        await using (var next = InNamespace.Run(machines.First.Namespace, () => PodNetwork.Create(options, view, events, TimeProvider.System, NullLogger<PodNetwork>.Instance)))
        {
            next.Start();
            Assert.Equal("", await PodMachines.RoutesAsync(machines.First));
        }

        Assert.True(InNamespace.Run(machines.First.Namespace, () => PodNetwork.Remove(options, NullLogger.Instance)));
    }

    [Fact(Timeout = Limit)]
    public async Task Start_ThatIsRefused_IsTriedAgainBeforeTheNextCheck()
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        await using var view = new ObjectView(new ViewOptions(), NetworkIndexes.All);
        var options = machines.Options(machines.First, PodNetworkBackend.Vxlan) with { CheckPeriod = TimeSpan.FromHours(1) };
        await machines.First.RunAsync("ip", "link", "add", "other", "type", "vxlan", "id", "1", "dstport", "8472");
        await using (var network = InNamespace.Run(machines.First.Namespace, () => PodNetwork.Create(options, view, new RecordedEvents(), TimeProvider.System, NullLogger<PodNetwork>.Instance)))
        {
            using var settled = new SemaphoreSlim(0);
            network.Settled += () => settled.Release();
            network.Start();
            Assert.Contains("exists", network.Problem, StringComparison.Ordinal);

            await machines.First.RunAsync("ip", "link", "delete", "other");

            await UntilAsync(settled, () => Task.FromResult(network.Problem is null));
        }

        Assert.True(InNamespace.Run(machines.First.Namespace, () => PodNetwork.Remove(options, NullLogger.Instance)));
    }

    private static async Task CreateAsync(ObjectCommands commands, string name, string address, string range)
    {
        await commands.CreateAsync(commands.Kinds.Stored("nodes"), new Node { ApiVersion = "v1", Kind = "Node", Metadata = new ObjectMeta { Name = name }, Spec = new NodeSpec { PodCIDRs = [range] } }, Writes, Cancelled);
        await MoveAsync(commands, name, address);
    }

    private static async Task MoveAsync(ObjectCommands commands, string name, string address) => await commands.UpdateAsync(
        new ObjectUpdate(commands.Kinds.Stored("nodes"), new ObjectKey("nodes", "", name), n => ((Node)n) with { Status = new NodeStatus { Addresses = [new NodeAddress { Type = "InternalIP", Address = address }] } })
        {
            Scope = UpdateScope.Status,
        },
        Writes with { Subresource = "status" },
        Cancelled);

    private static async Task UntilAsync(SemaphoreSlim settled, Func<Task<bool>> done)
    {
        while (!await done())
        {
            await settled.WaitAsync(Cancelled);
        }
    }

    private sealed class RecordedEvents : IEventRecorder
    {
        private readonly List<string> _all = [];

        public IReadOnlyList<string> All => _all;

        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null) => _all.Add($"{type} {reason} {regarding.Name}: {message}");
    }
}
