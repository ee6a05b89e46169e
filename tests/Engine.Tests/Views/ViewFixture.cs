using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Tests.Support;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Engine.Tests.Views;

/// <summary>A view on a journal in memory.</summary>
internal sealed class ViewFixture : IAsyncDisposable
{
    private ViewFixture(ManualTime time, IJournal journal, ObjectView view) => (Time, Journal, View, Store) = (time, journal, view, new(journal, view));

    public ManualTime Time { get; }

    public IJournal Journal { get; }

    public ObjectView View { get; }

    public ObjectStore Store { get; }

    public static async Task<ViewFixture> StartAsync(ViewOptions? options = null, params IndexDefinition[] indexes)
    {
        var time = new ManualTime();
        return await StartAsync(time, new InMemoryJournal(time), options, indexes);
    }

    public static async Task<ViewFixture> StartAsync(ManualTime time, IJournal journal, ViewOptions? options = null, params IndexDefinition[] indexes)
    {
        var view = new ObjectView(options ?? new ViewOptions(), indexes);
        await view.StartAsync(journal, TestContext.Current.CancellationToken);
        return new ViewFixture(time, journal, view);
    }

    public async Task<long> PutAsync(ObjectKey key, string spec = "", string? owner = null, string? labels = null) =>
        await AppendAsync(new JournalAppend(key, View.Snapshot().VersionOf(key), Make.State(spec, owner, labels), "test"));

    public async Task<long> DeleteAsync(ObjectKey key) => await AppendAsync(Make.Delete(key, View.Snapshot().VersionOf(key)));

    public async ValueTask DisposeAsync()
    {
        await View.DisposeAsync();
        await Journal.DisposeAsync();
    }

    private async Task<long> AppendAsync(JournalAppend append)
    {
        var result = await Store.AppendAsync(append, TestContext.Current.CancellationToken);
        Assert.True(result.Committed);
        return result.Revision;
    }
}
