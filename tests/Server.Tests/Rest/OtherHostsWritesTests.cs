using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Rest;
using ActorKube.Server.Tests.Support;

namespace ActorKube.Server.Tests.Rest;

/// <summary>A client that was told of a write by one host comes to another, whose view doesn't have it yet.</summary>
public sealed class OtherHostsWritesTests : IAsyncLifetime
{
    private static readonly Kind Kind = BuiltInKinds.Registry.All.First(static k => k.Name == "ConfigMap");
    private static readonly ObjectKey Key = new("configmaps", "ns", "a");
    private static readonly WriteOptions Client = new() { User = new UserInfo { Username = "client" }, Cause = "test", OnLatest = true };

    private readonly ManualTime _time = new();
    private InMemoryJournal _journal = null!;
    private ObjectView _ownView = null!;
    private ObjectView _otherView = null!;
    private LaggingJournal _lagging = null!;

    private ObjectCommands Own { get; set; } = null!;

    private ObjectCommands Other { get; set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _journal = new InMemoryJournal(_time);
        _lagging = new LaggingJournal(_journal);
        (_ownView, _otherView) = (new ObjectView(new ViewOptions(), []), new ObjectView(new ViewOptions(), []));
        await _ownView.StartAsync(_lagging, Cancelled);
        await _otherView.StartAsync(_journal, Cancelled);
        Own = new ObjectCommands(new ObjectStore(_lagging, _ownView), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, _time);
        Other = new ObjectCommands(new ObjectStore(_journal, _otherView), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, _time);
    }

    [Fact(Timeout = 30_000)]
    public async Task Read_WithoutARevision_WaitsForWhatWasAcknowledgedElsewhere()
    {
        _lagging.FallBehind(catchesUpWhenAsked: false);
        await CreateAsync(Other);

        var read = FreshReads.WaitAsync(Own, "", Cancelled).AsTask();
        Assert.False(read.IsCompleted);
        _lagging.CatchUp();
        await read;
        Assert.NotNull(_ownView.Snapshot().Get(Key));
    }

    [Fact(Timeout = 30_000)]
    public async Task Read_OfAnyRevision_DoesNotWait()
    {
        _lagging.FallBehind(catchesUpWhenAsked: false);
        await CreateAsync(Other);

        await FreshReads.WaitAsync(Own, "0", Cancelled);
        Assert.Null(_ownView.Snapshot().Get(Key));
    }

    [Fact(Timeout = 30_000)]
    public async Task Read_WhileTheJournalIsAway_GoesOn()
    {
        await CreateAsync(Own);
        _lagging.IsAway = true;

        await FreshReads.WaitAsync(Own, "", Cancelled);
        Assert.NotNull(_ownView.Snapshot().Get(Key));
    }

    [Fact(Timeout = 30_000)]
    public async Task Update_OfWhatAnotherHostMade_IsDone()
    {
        _lagging.FallBehind();
        await CreateAsync(Other);

        await SetAsync(Own, "own");
        Assert.Equal("own", Value(_otherView));
    }

    [Fact(Timeout = 30_000)]
    public async Task Update_ThatOnlyAnOldViewHasAlready_IsDone()
    {
        await CreateAsync(Own);
        await SetAsync(Own, "x");
        _lagging.FallBehind();
        await SetAsync(Other, "y");

        await SetAsync(Own, "x");
        Assert.Equal("x", Value(_otherView));
    }

    [Fact(Timeout = 30_000)]
    public async Task Create_OfWhatAnotherHostDeleted_IsDone()
    {
        await CreateAsync(Own);
        _lagging.FallBehind();
        await Other.DeleteAsync(Kind, Key, new DeleteOptions(), Client, Cancelled);

        Assert.True((await CreateAsync(Own)).Created);
    }

    [Fact(Timeout = 30_000)]
    public async Task Delete_OfWhatAnotherHostMade_IsDoneOnce()
    {
        _lagging.FallBehind();
        await CreateAsync(Other);

        Assert.True((await Own.DeleteAsync(Kind, Key, new DeleteOptions(), Client, Cancelled)).Gone);
        Assert.Equal(404, (await Assert.ThrowsAsync<ApiException>(() => Own.DeleteAsync(Kind, Key, new DeleteOptions(), Client, Cancelled).AsTask())).Code);
    }

    [Fact(Timeout = 30_000)]
    public async Task Actor_IsToldWhatItsOwnHostKnows()
    {
        _lagging.FallBehind(catchesUpWhenAsked: false);
        await CreateAsync(Other);

        var refused = await Assert.ThrowsAsync<ApiException>(() => Own.DeleteAsync(Kind, Key, new DeleteOptions(), Client with { OnLatest = false }, Cancelled).AsTask());
        Assert.Equal(404, refused.Code);
        Assert.True(_lagging.IsBehind);
        _lagging.CatchUp();
    }

    public async ValueTask DisposeAsync()
    {
        await _ownView.DisposeAsync();
        await _otherView.DisposeAsync();
        await _journal.DisposeAsync();
    }

    private static async Task<WriteResult> CreateAsync(ObjectCommands commands) =>
        await commands.CreateAsync(Kind, new ConfigMap { Metadata = new ObjectMeta { Name = Key.Name, Namespace = Key.Namespace } }, Client, Cancelled);

    private static async Task SetAsync(ObjectCommands commands, string value) => await commands.UpdateAsync(
        new ObjectUpdate(Kind, Key, o => ((ConfigMap)o) with { Data = new Dictionary<string, string> { ["k"] = value } }), Client, Cancelled);

    private static string? Value(ObjectView view) => view.Snapshot().Get(Key)?.Read<ConfigMap>().Data?["k"];
}
