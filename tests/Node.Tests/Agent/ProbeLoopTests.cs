using ActorKube.Api.Core;
using ActorKube.Engine.Events;
using ActorKube.Engine.Tests.Support;
using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Probes;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;

namespace ActorKube.NodeAgent.Tests.Agent;

/// <summary>When a container is probed.</summary>
public sealed class ProbeLoopTests
{
    private const int Limit = 20_000;
    private readonly ManualTime _time = new();

    /// <param name="started">Seconds since the container began.</param>
    /// <param name="waits">Seconds before each probe.</param>
    [Theory(Timeout = Limit)]
    [InlineData(nameof(ProbeKind.Readiness), 0, 0, new[] { 1, 1, 10, 10 })]
    [InlineData(nameof(ProbeKind.Readiness), 1, 0, new[] { 1, 10, 10 })]
    [InlineData(nameof(ProbeKind.Readiness), 5, 0, new[] { 10, 10 })]
    [InlineData(nameof(ProbeKind.Readiness), 0, 5, new[] { 5, 10, 10 })]
    [InlineData(nameof(ProbeKind.Liveness), 0, 0, new[] { 10, 10 })]
    [InlineData(nameof(ProbeKind.Startup), 0, 0, new[] { 10, 10 })]
    public async Task Run_NothingListens_ProbesAgainSoonAndThenEachPeriod(string kind, int started, int initialDelay, int[] waits)
    {
        var probes = new RefusingProber();
        await RunAsync(Enum.Parse<ProbeKind>(kind), started, initialDelay, probes, async () =>
        {
            var atOnce = initialDelay == 0 ? 1 : 0;
            for (var i = 0; i < waits.Length; i++)
            {
                await _time.ArmedAsync(TimeSpan.FromSeconds(waits[i]));
                Assert.Equal(atOnce + i, probes.Count);
                _time.Advance(TimeSpan.FromSeconds(waits[i]));
            }
        });
    }

    private async Task RunAsync(ProbeKind kind, int started, int initialDelay, INetworkProber network, Func<Task> test)
    {
        await using var runtime = new SimulatedRuntime(new SimulatedRuntimeOptions(), _time);
        var pod = PodBuilder.Pod("web");
        var instance = Records.Instance("app", 0, NodeAgent.Runtimes.ContainerState.Running) with { StartedAt = _time.GetUtcNow().AddSeconds(-started) };
        var probe = new Probe { TcpSocket = new TCPSocketAction { Port = 80 }, InitialDelaySeconds = initialDelay, PeriodSeconds = 10, FailureThreshold = 9, SuccessThreshold = 1, TimeoutSeconds = 1 };
        var target = new ProbeTarget(pod, new PodEndpoint(pod.Spec.Containers![0], "192.0.2.7"), instance, kind, probe, InitiallyReady: false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = new ProbeLoop(target, new ProbeRunner(runtime, network), new PodEvents(new NoEvents(), PodBuilder.NodeName), _time).RunAsync(TimeSpan.Zero, static _ => { }, end.Token);

        await test();

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private sealed class RefusingProber : INetworkProber
    {
        public int Count { get; private set; }

        public Task<ProbeOutcome> HttpAsync(HttpProbe probe, TimeSpan timeout, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ProbeOutcome> GrpcAsync(string host, int port, string service, TimeSpan timeout, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ProbeOutcome> TcpAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(ProbeOutcome.Failure("dial tcp: connect: connection refused"));
        }
    }

    private sealed class NoEvents : IEventRecorder
    {
        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null)
        {
        }
    }
}
