using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Catalog;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Actors.Tests.Support;

/// <summary>A cluster without nodes, API or disk: the journal, the view and the actors.</summary>
public sealed class LiveCluster : IAsyncLifetime
{
    private static readonly WriteOptions Options = new() { User = new UserInfo { Username = "test" }, Cause = "test" };

    private readonly InMemoryJournal _journal = new(TimeProvider.System);
    private readonly ObjectView _view = new(new ViewOptions(), ViewIndexes.All);
    private ObjectCommands? _commands;
    private ControlPlane? _control;
    private EventRecorder? _events;

    public async ValueTask InitializeAsync()
    {
        await _view.StartAsync(_journal, Cancellation);
        var store = new ObjectStore(_journal, _view);
        _commands = new ObjectCommands(store, BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, TimeProvider.System);
        _events = new EventRecorder(_commands, Options.User, NullLogger<EventRecorder>.Instance);
        _control = new ControlPlane(store, _commands, _events, new ControlOptions
        {
            RootCertificates = "none",
            Tokens = TestTokens.Issuer,
            Writes = Options,
            Autoscaling = new AutoscalingOptions { SyncPeriod = TimeSpan.FromMilliseconds(100) },
        }, ActorPlacement.Alone, NullLoggerFactory.Instance);
        _control.Start();
        await CreateAsync(new Namespace { Metadata = new ObjectMeta { Name = "ns" } });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<StoredObject> CreateAsync<T>(T value)
        where T : IApiObject
    {
        var kind = BuiltInKinds.Registry.All.Single(k => k.StoredAs is null && k.Model == ModelOf(value));
        return (await _commands!.CreateAsync(kind, value.With(kind.ApiVersion, kind.Name), Options, Cancellation)).Stored!;
    }

    public async Task DeleteAsync(StoredObject stored, DeleteOptions? options = null) =>
        await _commands!.DeleteAsync(BuiltInKinds.Registry.Stored(stored.Key.Resource), stored.Key, options ?? new DeleteOptions(), Options, Cancellation);

    public async Task UpdateAsync<T>(StoredObject stored, Func<T, T> change, UpdateScope scope = UpdateScope.Main)
        where T : class, IApiObject =>
        await _commands!.UpdateAsync(new ObjectUpdate(BuiltInKinds.Registry.Stored(stored.Key.Resource), stored.Key, value => change((T)value)) { Scope = scope }, Options, Cancellation);

    /// <summary>Has every change from now on told, as a watcher sees them.</summary>
    public IDisposable Observe(IViewObserver observer) => _view.Observe(observer);

    /// <summary>Waits, change by change, until the view shows what is wanted.</summary>
    public async Task<ViewSnapshot> UntilAsync(Func<ViewSnapshot, bool> wanted)
    {
        while (true)
        {
            var snapshot = _view.Snapshot();
            if (wanted(snapshot))
            {
                return snapshot;
            }

            await _view.WaitForAsync(snapshot.Revision + 1, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _control!.DisposeAsync();
        await _events!.DisposeAsync();
        await _view.DisposeAsync();
        await _journal.DisposeAsync();
    }

    private static Api.Schema.TypeModel ModelOf(IApiObject value) =>
        (Api.Schema.TypeModel)value.GetType().GetProperty("Model")!.GetValue(null)!;
}
