using ActorKube.Actors.Catalog;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Actors.Tests.Catalog;

/// <summary>All actors at work on a journal in memory, with nodes whose pods run as soon as they are bound. Tests wait for states, never for time.</summary>
internal sealed class RunningCluster : IAsyncDisposable, IViewObserver
{
    private readonly InMemoryJournal _journal;
    private readonly ObjectView _view;
    private readonly EventRecorder _events;
    private readonly ControlPlane _control;
    private readonly Lock _gate = new();
    private readonly List<(Func<ViewSnapshot, bool> Is, TaskCompletionSource Seen)> _waits = [];

    private RunningCluster()
    {
        _journal = new InMemoryJournal(Time);
        _view = new ObjectView(new ViewOptions(), ViewIndexes.All);
        var store = new ObjectStore(_journal, _view);
        Commands = new ObjectCommands(store, BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, Time);
        var options = new WriteOptions { User = new UserInfo { Username = "test" }, Cause = "test" };
        _events = new EventRecorder(Commands, options.User, NullLogger<EventRecorder>.Instance);
        _control = new ControlPlane(store, Commands, _events, new ControlOptions { RootCertificates = "PEM", Tokens = TestTokens.Issuer, Writes = options }, ActorPlacement.Alone, NullLoggerFactory.Instance);
        Options = options;
    }

    public ManualTime Time { get; } = new();

    public ObjectCommands Commands { get; }

    public WriteOptions Options { get; }

    public ViewSnapshot View => _view.Snapshot();

    public static async Task<RunningCluster> StartAsync(params IApiObject[] objects)
    {
        var cluster = new RunningCluster();
        await cluster._view.StartAsync(cluster._journal, TestContext.Current.CancellationToken);
        cluster._view.Observe(cluster);
        cluster._control.Start();
        foreach (var value in objects)
        {
            await cluster.CreateAsync(value);
        }

        return cluster;
    }

    public async Task CreateAsync(IApiObject value)
    {
        var created = value.With(value.Metadata with { Uid = null, CreationTimestamp = null });
        await Commands.CreateAsync(Commands.Kinds.FindByName(value.ApiVersion!, value.Kind!)!, created, Options, TestContext.Current.CancellationToken);
    }

    public async Task UpdateAsync<T>(ObjectKey key, Func<T, T> change, UpdateScope scope = UpdateScope.Main)
        where T : class, IApiObject =>
        await Commands.UpdateAsync(new ObjectUpdate(Commands.Kinds.Stored(key.Resource), key, v => change((T)v)) { Scope = scope }, Options, TestContext.Current.CancellationToken);

    public async Task DeleteAsync(ObjectKey key, DeleteOptions? options = null) =>
        await Commands.DeleteAsync(Commands.Kinds.Stored(key.Resource), key, options ?? new DeleteOptions(), Options, TestContext.Current.CancellationToken);

    public T[] All<T>(string resource)
        where T : class, IApiObject => [.. View.List(resource).Select(s => (T)s.Read(Commands.Kinds.Stored(resource)))];

    /// <summary>Completes as soon as it is so; a test that waits for what never comes is ended by its time limit.</summary>
    public async Task UntilAsync(Func<RunningCluster, bool> isSo)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waits.Add((_ => isSo(this), seen));
        }

        OnChanged([], View);
        await seen.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What agents would report: every bound pod runs and is ready.</summary>
    public async Task RunBoundPodsAsync()
    {
        foreach (var pod in All<Pod>("pods").Where(static p => p.Spec.NodeName is not null && p.Status.Phase == PodPhases.Pending && p.Metadata.DeletionTimestamp is null))
        {
            await UpdateAsync<Pod>(new ObjectKey("pods", pod.Metadata.Namespace!, pod.Metadata.Name!), p => p with
            {
                Status = PodConditions.With(p.Status with { Phase = PodPhases.Running }, PodConditions.Ready, ConditionStatus.True, Time.GetUtcNow()),
            }, UpdateScope.Status);
        }
    }

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        lock (_gate)
        {
            _waits.RemoveAll(w => w.Is(snapshot) && (w.Seen.TrySetResult() || true));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _control.DisposeAsync();
        await _events.DisposeAsync();
        await _view.DisposeAsync();
        await _journal.DisposeAsync();
    }
}
