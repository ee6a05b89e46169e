using System.Text;
using System.Text.Json;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Policies.Model;
using ActorKube.Network.Policies.Rules;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Tests.Policies.Support;

/// <summary>A view with pods, namespaces and policies, and the model of one of its nodes, which hears of each change.</summary>
internal sealed class PolicyWorld : IAsyncDisposable
{
    public const string Node = "node";
    private readonly ObjectStore _store;
    private readonly HashSet<PolicyName> _policies = [];
    private readonly HashSet<ObjectKey> _pods = [];
    private readonly HashSet<string> _namespaces = [];
    private readonly Dictionary<string, string> _addresses = [];
    private int _created;

    private PolicyWorld(ObjectStore store) => _store = store;

    public PolicyModel Model { get; } = NewModel();

    public ObjectView View => _store.View;

    /// <summary>With the namespaces <c>x</c>, <c>y</c> and <c>z</c>, each labelled <c>ns=</c> its name.</summary>
    public static async Task<PolicyWorld> CreateAsync()
    {
        var journal = new InMemoryJournal(TimeProvider.System);
        var view = new ObjectView(new ViewOptions(), NetworkIndexes.All);
        await view.StartAsync(journal);
        var world = new PolicyWorld(new ObjectStore(journal, view));
        foreach (var name in new[] { "x", "y", "z" })
        {
            await world.NamespaceAsync(name, $"ns={name}");
        }

        return world;
    }

    /// <param name="labels"><c>a=b,c=d</c>.</param>
    public async Task NamespaceAsync(string name, string labels)
    {
        await PutAsync("namespaces", new Namespace { Metadata = Meta("", name, labels) });
        _namespaces.Add(name);
    }

    /// <param name="name">Namespace and name, with a slash between them.</param>
    /// <param name="ports">Named ports of its container, as in <c>http=80,dns=53/UDP</c>.</param>
    public async Task<PolicyWorld> PodAsync(string name, string address, string labels = "", string node = Node, string ports = "", bool hostNetwork = false, string phase = "Running")
    {
        var (space, own) = Split(name);
        ContainerPort[] named = [.. ports.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static p => p.Split('=', '/')).Select(static p => new ContainerPort { Name = p[0], Port = Number(p[1]), Protocol = p.Length > 2 ? p[2] : "TCP" })];
        await PutAsync("pods", new Pod
        {
            Metadata = Meta(space, own, labels),
            Spec = new PodSpec { NodeName = node, HostNetwork = hostNetwork, Containers = [new Container { Name = "c", Ports = named }] },
            Status = new PodStatus { Phase = phase, PodIP = address.Length == 0 ? null : address, PodIPs = address.Length == 0 ? null : [new PodIP { Ip = address }] },
        });
        _addresses[name] = address;
        _pods.Add(new ObjectKey("pods", space, own));
        return this;
    }

    /// <param name="spec">JSON; a policy that Kubernetes would refuse fails the test.</param>
    public async Task<PolicyWorld> PolicyAsync(string name, string spec)
    {
        var (space, own) = Split(name);
        var kind = BuiltInKinds.Registry.Stored("networkpolicies.networking.k8s.io");
        var policy = kind.Default(kind.Read(Encoding.UTF8.GetBytes($$"""{"metadata":{{JsonSerializer.Serialize(new { @namespace = space, name = own })}},"spec":{{spec}}}""")));
        var errors = new FieldErrors();
        kind.Validate(policy, errors);
        Assert.Empty(errors.All);
        await PutAsync("networkpolicies.networking.k8s.io", policy.With(Meta(space, own, "")));
        _policies.Add(new PolicyName(space, own));
        return this;
    }

    public async Task DeleteAsync(string resource, string name)
    {
        var (space, own) = name.Contains('/', StringComparison.Ordinal) ? Split(name) : ("", name);
        var key = new ObjectKey(resource, space, own);
        var stored = View.Snapshot().Get(key)!;
        var kind = BuiltInKinds.Registry.Stored(resource);
        var state = kind.WriteStored(stored.Read(kind) is var last ? last.With(last.Metadata with { ResourceVersion = "" }) : null!);
        await _store.AppendAsync(new JournalAppend(key, stored.Version, ObjectState.Parse(state), "test", ChangeKind.Delete), TestContext.Current.CancellationToken);
        switch (resource)
        {
            case "pods":
                _pods.Add(key);
                break;
            case "namespaces":
                _namespaces.Add(own);
                break;
            default:
                _policies.Add(new PolicyName(space, own));
                break;
        }
    }

    /// <summary>Tells the model of what has changed. A model that sees everything for the first time must come to the same.</summary>
    public FilterTable Update()
    {
        var table = UpdateOnly();
        Assert.Equal(TableText.Of(NewModel().Update(View.Snapshot(), new PolicyMarks { Everything = true })), TableText.Of(table));
        return table;
    }

    /// <summary>Without the comparison.</summary>
    public FilterTable UpdateOnly()
    {
        var table = Model.Update(View.Snapshot(), new PolicyMarks { Policies = [.. _policies], Pods = [.. _pods], Namespaces = [.. _namespaces] });
        _policies.Clear();
        _pods.Clear();
        _namespaces.Clear();
        return table;
    }

    /// <summary>Whether a new connection is let through.</summary>
    /// <param name="from">A pod's name, or an address.</param>
    /// <param name="port">As in <c>80</c> or <c>53/UDP</c>; a protocol such as <c>ICMP</c> for what has no ports.</param>
    public bool Passes(string from, string to, string port = "80") => TableProbe.Passes(Model.Table, Address(from), Address(to), port, toNode: to == "node-itself");

    public ValueTask DisposeAsync() => View.DisposeAsync();

    private static PolicyModel NewModel() => new(Node, static v => v.List("pods").Where(static p => p.Read<Pod>().Spec.NodeName == Node), static _ => []);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static (string Namespace, string Name) Split(string name) => name.Split('/') is [var space, var own] ? (space, own) : throw new FormatException(name);

    private string Address(string name) => name == "node-itself" ? "192.0.2.1" : _addresses.TryGetValue(name, out var known) ? known : Make.Checked(name);

    private ObjectMeta Meta(string space, string name, string labels) => new()
    {
        Namespace = space.Length == 0 ? null : space,
        Name = name,
        Uid = $"{space}-{name}-{++_created}",
        CreationTimestamp = DateTimeOffset.UnixEpoch.AddSeconds(_created),
        Labels = labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split('=')).ToDictionary(static l => l[0], static l => l[1]),
    };

    private async Task PutAsync(string resource, IApiObject value)
    {
        var key = new ObjectKey(resource, value.Metadata.Namespace ?? "", value.Metadata.Name!);
        var kind = BuiltInKinds.Registry.Stored(resource);
        var state = ObjectState.Parse(kind.WriteStored(value.With(value.Metadata with { ResourceVersion = "" })));
        await _store.AppendAsync(new JournalAppend(key, View.Snapshot().VersionOf(key), state, "test"), TestContext.Current.CancellationToken);
    }

    private static class Make
    {
        public static string Checked(string address) => System.Net.IPAddress.TryParse(address, out _) ? address : throw new FormatException($"'{address}' is neither a pod nor an address.");
    }
}
