using ActorKube.Api.Core;
using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;
using ActorKube.Network.Policies;
using ActorKube.Network.Tests.Policies.Support;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Policies;

/// <summary>All of it, from objects that are written to connections that are made.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class NetworkPoliciesTests(PodLabFixture lab) : IAsyncLifetime
{
    private const int Limit = 120_000;
    private const string Deny = """{"podSelector":{"matchLabels":{"pod":"a"}}}""";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(400);
    private readonly RecordedEvents _events = new();
    private PolicyWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await PolicyWorld.CreateAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact(Timeout = Limit)]
    public async Task Changes_InTheView_TakeEffectAndProblemsBecomeEvents()
    {
        await using (var policies = Create())
        {
            using var settled = Settled(policies);
            policies.Start();
            await _world.PodAsync("x/a", PodLabFixture.Pod(0), "pod=a");
            await UntilAsync(settled, () => policies.Counts.Plane.Changes == 1);
            await _world.PolicyAsync("x/deny", Deny);
            await UntilAsync(settled, () => policies.Counts.Plane.Changes == 2);
            await AssertDroppedAsync();
            await PodClient.AskAsync(lab.Node, PodLabFixture.Pod(0), 8080);

            // The pod comes before the policy that has to do with it, so it is no change of its own.
            await _world.PodAsync("x/b", PodLabFixture.Pod(1), "pod=b", "elsewhere");
            await _world.PolicyAsync("x/allow", """{"podSelector":{},"ingress":[{"from":[{"podSelector":{"matchLabels":{"pod":"b"}}},{"ipBlock":{"cidr":"2001:db8::/64"}}]}]}""");
            await UntilAsync(settled, () => policies.Counts.Unprogrammed == 1);
            Assert.Equal(0, (await PodClient.AskAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0), 8080)).Pod);
            Assert.Contains("Warning NetworkPolicyNotProgrammed allow: Node node: ipBlock 2001:db8::/64", Assert.Single(_events.All), StringComparison.Ordinal);
            Assert.Equal((true, 2, 1), (policies.Counts.IsKernel, policies.Counts.Policies, policies.Counts.IsolatedPods));

            await _world.PodAsync("x/b", PodLabFixture.Pod(1), "pod=c", "elsewhere");
            await UntilAsync(settled, () => policies.Counts.Plane.Changes == 4);
            await AssertDroppedAsync();
        }

        // Without a process the rules stay, and the next one takes them over.
        await AssertDroppedAsync();
        await using (var next = Create())
        {
            using var settled = Settled(next);
            await _world.DeleteAsync("networkpolicies.networking.k8s.io", "x/deny");
            await _world.DeleteAsync("networkpolicies.networking.k8s.io", "x/allow");
            next.Start();
            await UntilAsync(settled, () => next.Counts.Plane.Changes == 1);
            await PodClient.AskAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0), 8080);
        }

        Assert.True(InNamespace.Run(lab.Node, static () => NetworkPolicies.Remove("shell-test", NullLogger.Instance)));
    }

    [Fact(Timeout = Limit)]
    public async Task Isolate_BeforeTheStatusTellsTheAddress_IsInEffectWhenItReturns()
    {
        await _world.PolicyAsync("x/deny", Deny);
        await _world.PodAsync("x/a", "", "pod=a");
        await using var policies = Create();
        policies.Start();
        var pod = _world.View.Snapshot().Get(new ObjectKey("pods", "x", "a"))!;

        await policies.IsolateAsync(pod.Key, pod.Header.Uid, [PodLabFixture.Pod(0)], TestContext.Current.CancellationToken);

        await AssertDroppedAsync();
        Assert.True(InNamespace.Run(lab.Node, static () => NetworkPolicies.Remove("shell-test", NullLogger.Instance)));
        await PodClient.AskAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0), 8080);
    }

    [Fact(Timeout = Limit)]
    public async Task WithoutNftables_EachPolicyOfAPodHereIsTold()
    {
        await _world.PodAsync("x/a", "10.244.0.1", "pod=a");
        await _world.PodAsync("y/a", "10.244.1.1", "pod=a", "elsewhere");
        await _world.PolicyAsync("x/deny", Deny);
        await _world.PolicyAsync("y/deny", Deny);
        await using var policies = new NetworkPolicies(Options, new NoPlane("nftables can't be had: no"), _world.View, _events, TimeProvider.System, NullLogger.Instance);
        using var settled = Settled(policies);
        policies.Start();

        await UntilAsync(settled, () => policies.Counts.Unprogrammed == 1);
        Assert.Equal("Warning NetworkPolicyNotProgrammed deny: Node node: it is not enforced: nftables can't be had: no", Assert.Single(_events.All));
        Assert.False(policies.Counts.IsKernel);
    }

    private static NetworkPolicyOptions Options => new() { NodeName = PolicyWorld.Node, NodeId = "shell-test", Mode = NetworkPolicyMode.Nftables };

    private static SemaphoreSlim Settled(NetworkPolicies policies)
    {
        var settled = new SemaphoreSlim(0);
        policies.Settled += () => settled.Release();
        return settled;
    }

    private static async Task UntilAsync(SemaphoreSlim settled, Func<bool> done)
    {
        while (!done())
        {
            await settled.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private NetworkPolicies Create() =>
        InNamespace.Run(lab.Node, () => NetworkPolicies.Create(Options, _world.View, _events, TimeProvider.System, NullLogger<NetworkPolicies>.Instance));

    private Task<OperationCanceledException> AssertDroppedAsync() => Assert.ThrowsAnyAsync<OperationCanceledException>(() => PodClient.ConnectAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0), 8080, Moment));

    private sealed class RecordedEvents : IEventRecorder
    {
        private readonly List<string> _all = [];

        public IReadOnlyList<string> All => _all;

        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null) => _all.Add($"{type} {reason} {regarding.Name}: {message}");
    }
}
