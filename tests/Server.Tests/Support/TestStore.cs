using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Admission;

namespace ActorKube.Server.Tests.Support;

/// <summary>A store in memory with all admission rules, a namespace <c>ns</c> and its service account.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "tester", Groups = ["system:masters"] }, Cause = "test" };

    private readonly InMemoryJournal _journal;

    private TestStore()
    {
        _journal = new InMemoryJournal(Time);
        View = new ObjectView(new ViewOptions(), [new(PodFields.NodeName, "pods", static (pod, keys) => keys.Add(pod.Read<Pod>().Spec.NodeName ?? ""))]);
        Commands = new ObjectCommands(
            new ObjectStore(_journal, View),
            BuiltInKinds.Registry,
            AdmissionRules.All(RandomObjectIdentity.System, new ServiceNetwork(), new Random(1)),
            new FieldTracker(new FieldManagers()),
            RandomObjectIdentity.System,
            Time);
    }

    public ManualTime Time { get; } = new();

    public IJournal Journal => _journal;

    public ObjectView View { get; }

    public ObjectCommands Commands { get; }

    public static async Task<TestStore> OpenAsync(params IApiObject[] objects)
    {
        var store = new TestStore();
        await store.View.StartAsync(store._journal, TestContext.Current.CancellationToken);
        await store.CreateAsync(new Namespace { Metadata = new ObjectMeta { Name = "ns" } });
        await store.CreateAsync(new ServiceAccount { Metadata = new ObjectMeta { Name = "default", Namespace = "ns" } });
        foreach (var value in objects)
        {
            await store.CreateAsync(value);
        }

        return store;
    }

    public static Pod Pod(string name = "p", PodSpec? spec = null) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "ns" },
        Spec = (spec ?? new PodSpec()) with { Containers = spec?.Containers ?? [new Container { Name = "c", Image = "img" }] },
    };

    /// <summary>Creates it, and returns it as it is stored.</summary>
    public async Task<T> CreateAsync<T>(T value)
        where T : IApiObject => (T)(await TryAsync(value)).Object;

    public async Task<IReadOnlyList<string>> WarningsAsync(IApiObject value) => (await TryAsync(value)).Warnings;

    /// <summary>Code and message of the refusal; null when it was created.</summary>
    public async Task<string?> RefusalAsync(IApiObject value)
    {
        try
        {
            await TryAsync(value);
            return null;
        }
        catch (ApiException e)
        {
            return $"{e.Status.Code} {e.Message}";
        }
    }

    public async Task<WriteResult> UpdateAsync<T>(T current, Func<T, T> change, UpdateScope scope = UpdateScope.Main, string subresource = "")
        where T : IApiObject
    {
        var kind = KindOf(current);
        var key = new ObjectKey(kind.Resource, current.Metadata.Namespace ?? "", current.Metadata.Name!);
        return await Commands.UpdateAsync(new ObjectUpdate(kind, key, value => change((T)value)) { Scope = scope }, Writes with { Subresource = subresource }, TestContext.Current.CancellationToken);
    }

    public async Task DeleteAsync(IApiObject value)
    {
        var kind = KindOf(value);
        await Commands.DeleteAsync(
            kind, new ObjectKey(kind.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name!), new DeleteOptions { GracePeriodSeconds = 0 }, Writes, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await View.DisposeAsync();
        await _journal.DisposeAsync();
    }

    private async Task<WriteResult> TryAsync(IApiObject value) => await Commands.CreateAsync(KindOf(value), value, Writes, TestContext.Current.CancellationToken);

    private static Kind KindOf(IApiObject value) => BuiltInKinds.Registry.All.First(k => k.StoredAs is null && k.Name == value.GetType().Name);
}
