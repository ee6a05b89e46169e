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
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.PodNetworks;
using ActorKube.NodeAgent.Probes;
using ActorKube.NodeAgent.Volumes;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.NodeAgent.Tests.Agent.Support;

/// <summary>An agent with a store of its own, in this process.</summary>
internal sealed class AgentHarness : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("actorkube-agent-");
    private readonly InMemoryJournal _journal;
    private readonly EventRecorder _events;
    private NodeAgentService? _agent;

    public AgentHarness(IContainerRuntime runtime, TimeProvider? time = null)
    {
        Runtime = runtime;
        Time = time ?? TimeProvider.System;
        _journal = new InMemoryJournal(Time);
        View = new ObjectView(new ViewOptions(), []);
        Commands = new ObjectCommands(
            new ObjectStore(_journal, View), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, Time);
        _events = new EventRecorder(Commands, new UserInfo { Username = "test" }, NullLogger<EventRecorder>.Instance);
    }

    public IContainerRuntime Runtime { get; }

    public TimeProvider Time { get; }

    public ObjectView View { get; }

    public ObjectCommands Commands { get; }

    public INetworkProber Network { get; init; } = new HealthyProber();

    /// <summary>Null: never fenced.</summary>
    public Func<TimeSpan>? AliveFor { get; init; }

    /// <summary>Null: pods are on the engine's default network.</summary>
    public PodNetworkFacts? PodNetwork { get; init; }

    /// <summary>Null: nobody enforces network policies.</summary>
    public Func<ObjectKey, string, IReadOnlyList<string>, CancellationToken, Task>? Isolate { get; init; }

    public TimeSpan PendingStatusDelay { get; init; }

    public string DataDirectory => _directory.FullName;

    public NodeAgentService Agent => _agent!;

    public async Task StartAsync()
    {
        await OpenAsync();
        await StartAgentAsync(Runtime);
    }

    /// <summary>The store alone.</summary>
    public async Task OpenAsync()
    {
        if (View.Revision == 0)
        {
            await View.StartAsync(_journal, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A new agent on the same store and runtime, as after a restart of its process.</summary>
    public async Task StartAgentAsync(IContainerRuntime runtime)
    {
        var options = new NodeAgentOptions { NodeName = PodBuilder.NodeName, DataDirectory = _directory.FullName, NodeAddresses = ["192.0.2.1"], ApiHost = "192.0.2.1", ApiPort = 6443, PendingStatusDelay = PendingStatusDelay };
        var surroundings = new NodeSurroundings { Network = Network, Random = new Random(1), AliveFor = AliveFor, PodNetwork = PodNetwork, Isolate = Isolate };
        _agent = new NodeAgentService(options, Commands, runtime, _events, surroundings, NullLoggerFactory.Instance);
        await _agent.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAgentAsync()
    {
        if (_agent is { } agent)
        {
            _agent = null;
            await agent.DisposeAsync();
        }
    }

    public Task<Pod> CreateAsync(Pod pod) => CreateAsync<Pod>("pods", pod);

    public async Task<T> CreateAsync<T>(string resource, T value)
        where T : IApiObject =>
        (T)(await Commands.CreateAsync(Commands.Kinds.Stored(resource), value, Writing, TestContext.Current.CancellationToken)).Object;

    public async Task UpdateAsync<T>(string resource, string name, Func<T, T> change, UpdateScope scope = UpdateScope.Main)
        where T : IApiObject =>
        await Commands.UpdateAsync(
            new ObjectUpdate(Commands.Kinds.Stored(resource), new ObjectKey(resource, "default", name), value => change((T)value)) { Scope = scope },
            Writing,
            TestContext.Current.CancellationToken);

    public async Task DeleteAsync(string name, long? grace = null) => await Commands.DeleteAsync(
        Commands.Kinds.Stored("pods"), Key(name), new DeleteOptions { GracePeriodSeconds = grace }, Writing, TestContext.Current.CancellationToken);

    public Pod? Pod(string name) => View.Snapshot().Get(Key(name))?.Read<Pod>();

    /// <summary>Waits until the pod is as described.</summary>
    public async Task<Pod> WaitForAsync(string name, Func<Pod, bool> condition, string what)
    {
        Pod? pod = null;
        await WaitAsync("pods", () => (pod = Pod(name)) is not null && condition(pod), () => $"{what}; the pod is {Describe(pod)}");
        return pod!;
    }

    public Task<Pod> WaitForRunningAsync(string name) => WaitForAsync(name, static p => p.Status.Phase == PodPhases.Running && PodReadiness.IsReady(p), "Running and Ready");

    public Task WaitForGoneAsync(string name) => WaitAsync("pods", () => Pod(name) is null, () => $"{name} gone; it is {Describe(Pod(name))}");

    public Task WaitForEventAsync(string pod, string reason, string? message = null) => WaitAsync(
        "events",
        () => Events(pod).Any(e => e.Reason == reason && (message is null || e.Message == message)),
        () => $"event {reason} {message}; there are {string.Join(" | ", Events(pod).Select(e => $"{e.Reason}: {e.Message}"))}");

    public IEnumerable<Event> Events(string pod) =>
        View.Snapshot().List("events").Select(static s => s.Read<Event>()).Where(e => e.InvolvedObject.Name == pod);

    public async Task WaitAsync(string resource, Func<bool> condition, Func<string> what)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var cursor = View.Watch(resource, View.Revision);
        try
        {
            while (!condition())
            {
                while (cursor.TryRead(out _))
                {
                }

                if (!condition())
                {
                    await cursor.WaitAsync(patience.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"never came: {what()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAgentAsync();
        await _events.DisposeAsync();
        await Runtime.PurgeAsync(CancellationToken.None);
        await Runtime.DisposeAsync();
        await View.DisposeAsync();
        await _journal.DisposeAsync();
        var directories = new PodDirectories(_directory.FullName);
        foreach (var uid in directories.List())
        {
            directories.Remove(uid);
        }

        _directory.Delete(recursive: true);
    }

    private static WriteOptions Writing { get; } = new() { User = new UserInfo { Username = "test" }, Cause = "test" };

    private static ObjectKey Key(string name) => new("pods", "default", name);

    private static string Describe(Pod? pod) => pod is null ? "absent" : System.Text.Encoding.UTF8.GetString(Api.Serialization.ApiWriter.ToUtf8(pod.Status).Span);
}
