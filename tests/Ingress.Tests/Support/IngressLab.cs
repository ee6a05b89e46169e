using System.Net;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network;

namespace ActorKube.Ingresses.Tests.Support;

/// <summary>An ingress on loopback ports, with a view on a journal in memory. Tests write objects past all rules: endpoints may be loopbacks.</summary>
internal sealed class IngressLab : IAsyncDisposable
{
    private readonly ObjectView _view = new(new ViewOptions(), NetworkIndexes.All);
    private readonly InMemoryJournal _journal = new(TimeProvider.System);
    private readonly SemaphoreSlim _settled = new(0);
    private readonly RecordedLogs _logs = new();

    private IngressLab(IngressOptions options)
    {
        Ingress = new HostIngress(options, _view, Events, TimeProvider.System, _logs);
        Ingress.Settled += () => _settled.Release();
    }

    public static IngressOptions AnyPorts { get; } = new() { NodeName = "node", HttpPort = 0, HttpsPort = 0, Listen = IPAddress.Loopback, IsRequired = true };

    public RecordedEvents Events { get; } = new();

    /// <summary>What was logged as an error.</summary>
    public IReadOnlyCollection<string> Errors => _logs.Errors;

    public HostIngress Ingress { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>With our class and these objects, started.</summary>
    public static Task<IngressLab> StartAsync(params IApiObject[] objects) => StartAsync(AnyPorts, objects);

    public static async Task<IngressLab> StartAsync(IngressOptions options, params IApiObject[] objects)
    {
        var lab = new IngressLab(options);
        foreach (var value in objects.Prepend(Make.Class()))
        {
            await lab.AppendAsync(value, ChangeKind.Put);
        }

        // Only now: the view tells its observers of an event after it can be read, and the ingress must not be told of what it has read.
        await lab._view.StartAsync(lab._journal, Cancellation);
        try
        {
            await lab.Ingress.StartAsync(Cancellation);
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }

        await lab.SettledAsync();
        return lab;
    }

    /// <summary>Writes an object, new or not, and returns when the ingress goes by it.</summary>
    public async Task PutAsync(IApiObject value)
    {
        await AppendAsync(value, ChangeKind.Put);
        await SettledAsync();
    }

    /// <summary>As <see cref="PutAsync"/>, of an object that goes.</summary>
    public async Task DeleteAsync(IApiObject value)
    {
        await AppendAsync(value, ChangeKind.Delete);
        await SettledAsync();
    }

    /// <summary>Until the ingress has taken note of something once more.</summary>
    public async Task SettledAsync() => Assert.True(await _settled.WaitAsync(TimeSpan.FromSeconds(30), Cancellation), "The ingress never took note of a change.");

    /// <summary>A client of the ingress's HTTP port for which every host name leads there.</summary>
    public HttpClient Client(Action<SocketsHttpHandler>? change = null) => Clients.To(Ingress.HttpPort!.Value, change);

    public async ValueTask DisposeAsync()
    {
        await Ingress.DisposeAsync();
        await _view.DisposeAsync();
        await _journal.DisposeAsync();
        _settled.Dispose();
    }

    private async Task AppendAsync(IApiObject value, ChangeKind change)
    {
        var kind = BuiltInKinds.Registry.All.First(k => k.Name == value.GetType().Name && k.StoredAs is null);
        var key = new ObjectKey(kind.Resource, value.Metadata.Namespace ?? "", value.Metadata.Name!);
        var whole = value.With(value.Metadata with { ResourceVersion = "", Uid = "uid-of-" + value.Metadata.Name });
        Assert.True((await _journal.AppendAsync(new JournalAppend(key, _view.Snapshot().VersionOf(key), ObjectState.Parse(kind.Write(whole)), "test", change), Cancellation)).Committed);
    }
}
