using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Admission;

namespace ActorKube.Server.Tests.Support;

/// <summary>One of several hosts on a journal that write services, with no rule but that which gives addresses. Addresses are few, so that hosts get into each other's way.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "tester" }, Cause = "test" };

    private ServiceHost(IJournal journal, ObjectView view, TimeProvider time, int seed)
    {
        View = view;
        Store = new ObjectStore(journal, view);
        var network = new ServiceNetwork("10.0.0.0/27", 30000, 30019);
        Commands = new ObjectCommands(
            Store, BuiltInKinds.Registry, [new ServiceAddresses(network, new Random(seed))], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, time);
    }

    public ObjectView View { get; }

    public ObjectStore Store { get; }

    public ObjectCommands Commands { get; }

    /// <summary>What is claimed, without what it is that holds it.</summary>
    public string[] Claims => [.. View.Snapshot().List(Claim.Resource).Select(static c => c.Key.Name)];

    public static async Task<ServiceHost> StartAsync(IJournal journal, TimeProvider time, int seed = 1)
    {
        var view = new ObjectView(new ViewOptions(), []);
        await view.StartAsync(journal, TestContext.Current.CancellationToken);
        return new ServiceHost(journal, view, time, seed);
    }

    public Task<string> CreateAsync(string name, string? ip = null, string type = "ClusterIP", int nodePort = 0, string? manager = null) => TextAsync(async () =>
    {
        var spec = new ServiceSpec { Type = type, ClusterIP = ip, Ports = [new ServicePort { Port = 80, NodePort = nodePort }] };
        var created = await Commands.CreateAsync(Kind, new Service { Metadata = new ObjectMeta { Name = name, Namespace = "ns" }, Spec = spec }, Writes with { FieldManager = manager }, TestContext.Current.CancellationToken);
        return ((Service)created.Object).Spec;
    });

    public Task<string> UpdateAsync(string name, Func<ServiceSpec, ServiceSpec> change) => TextAsync(async () =>
    {
        var updated = await Commands.UpdateAsync(
            new ObjectUpdate(Kind, Key(name), s => ((Service)s) with { Spec = change(((Service)s).Spec) }), Writes, TestContext.Current.CancellationToken);
        return ((Service)updated.Object).Spec;
    });

    /// <summary>Writes it as it was but for the change, as somebody whose fields are tracked.</summary>
    /// <returns>Whether anything was written, and the fields that the writer owns now.</returns>
    public async Task<(bool Written, string Owned)> UpdateAsync(string name, string manager, Func<ServiceSpec, ServiceSpec> change)
    {
        var before = View.Revision;
        var updated = await Commands.UpdateAsync(
            new ObjectUpdate(Kind, Key(name), s => ((Service)s) with { Spec = change(((Service)s).Spec) }), Writes with { FieldManager = manager }, TestContext.Current.CancellationToken);
        return (updated.Stored!.Revision > before, string.Concat((updated.Object.Metadata.ManagedFields ?? []).Select(static m => m.FieldsV1!.ToString())));
    }

    public Task DeleteAsync(string name) => Commands.DeleteAsync(Kind, Key(name), new DeleteOptions(), Writes, TestContext.Current.CancellationToken).AsTask();

    /// <summary>Deletes it, if it is there and nothing goes wrong.</summary>
    public async Task TryDeleteAsync(string name)
    {
        try
        {
            await DeleteAsync(name);
        }
        catch (Exception e) when (e is ApiException or JournalUnavailableException)
        {
            // That is what is being tried.
        }
    }

    public static ObjectKey Key(string name) => new("services", "ns", name);

    public ValueTask DisposeAsync() => View.DisposeAsync();

    private static Kind Kind => BuiltInKinds.Registry.Stored("services");

    /// <summary>Address and node ports, or the refusal.</summary>
    private static async Task<string> TextAsync(Func<Task<ServiceSpec>> write)
    {
        try
        {
            var spec = await write();
            return string.Join(' ', [spec.ClusterIP ?? "", .. (spec.Ports ?? []).Where(static p => p.NodePort > 0).Select(static p => p.NodePort.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        }
        catch (ApiException e)
        {
            return $"{e.Code}: {e.Message}";
        }
        catch (JournalUnavailableException)
        {
            return "down";
        }
    }
}
