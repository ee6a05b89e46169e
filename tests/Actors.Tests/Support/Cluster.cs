using ActorKube.Actors.Catalog;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Objects in a view on a journal in memory, exactly as a test says that they are.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly InMemoryJournal _journal;

    private Cluster(ManualTime time)
    {
        Time = time;
        _journal = new InMemoryJournal(time);
        View = new ObjectView(new ViewOptions(), ViewIndexes.All);
        Store = new ObjectStore(_journal, View);
        var fields = new FieldTracker(new FieldManagers());
        Commands = new ObjectCommands(Store, Kinds, [], fields, RandomObjectIdentity.System, time);
    }

    public static KindRegistry Kinds => BuiltInKinds.Registry;

    public static KindNames Names { get; } = new(BuiltInKinds.Registry);

    public static WriteOptions Writes { get; } = new() { User = new UserInfo { Username = "test" }, Cause = "test" };

    public ManualTime Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public ObjectView View { get; }

    public ObjectStore Store { get; }

    public ObjectCommands Commands { get; }

    public static async Task<Cluster> WithAsync(params IApiObject[] objects)
    {
        var cluster = new Cluster(new ManualTime());
        await cluster.View.StartAsync(cluster._journal, TestContext.Current.CancellationToken);
        foreach (var value in objects)
        {
            await cluster.PutAsync(value);
        }

        return cluster;
    }

    public static ObjectKey KeyOf(IApiObject value) =>
        new(Kinds.FindByName(value.ApiVersion!, value.Kind!)!.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name!);

    /// <summary>Stores the object as it is, past all rules, but for a uid that it may lack.</summary>
    public async Task PutAsync(IApiObject value)
    {
        var key = KeyOf(value);
        var whole = value.With(value.Metadata with { ResourceVersion = "", Uid = value.Metadata.Uid ?? "uid-of-" + value.Metadata.Name });
        await AppendAsync(key, Kinds.Stored(key.Resource).Write(whole), ChangeKind.Put);
    }

    public async Task RemoveAsync(IApiObject value) =>
        await AppendAsync(KeyOf(value), Kinds.Stored(KeyOf(value).Resource).Write(value.With(value.Metadata with { ResourceVersion = "" })), ChangeKind.Delete);

    /// <summary>What the reconciler decides about the object now.</summary>
    public Decision Decide(IReconciler reconciler, ObjectKey key) => reconciler.Reconcile(Context(key));

    public ReconcileContext Context(IApiObject value) => Context(KeyOf(value));

    public Decision Decide(IReconciler reconciler, IApiObject value) => Decide(reconciler, KeyOf(value));

    public T Get<T>(ObjectKey key)
        where T : class, IApiObject => (T)View.Snapshot().Get(key)!.Read(Kinds.Stored(key.Resource));

    public PlacementLedger Ledger()
    {
        var ledger = new PlacementLedger();
        ledger.Load(View.Snapshot);
        return ledger;
    }

    public async ValueTask DisposeAsync()
    {
        await View.DisposeAsync();
        await _journal.DisposeAsync();
    }

    private ReconcileContext Context(ObjectKey key)
    {
        var view = View.Snapshot();
        return new ReconcileContext(key, view.Get(key), view, Now);
    }

    private async Task AppendAsync(ObjectKey key, ReadOnlyMemory<byte> json, ChangeKind kind)
    {
        var append = new JournalAppend(key, View.Snapshot().VersionOf(key), ObjectState.Parse(json), "test", kind);
        Assert.True((await Store.AppendAsync(append, TestContext.Current.CancellationToken)).Committed);
    }
}
