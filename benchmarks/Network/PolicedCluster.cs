using System.Diagnostics;
using System.Globalization;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Networking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network;
using ActorKube.Network.Policies;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Benchmarks.Network;

/// <summary>A view with pods, one in twenty of them on the lab's node, and policies that all select pods there; and, on the node, their enforcement.</summary>
internal sealed class PolicedCluster : IAsyncDisposable
{
    private const string Space = "default";
    private const int Apps = 250;
    private readonly SemaphoreSlim _settled = new(0);
    private readonly PodLab _lab;
    private readonly ObjectView _view = new(new ViewOptions(), NetworkIndexes.All);
    private readonly ObjectStore _store;
    private readonly InMemoryJournal _journal = new(TimeProvider.System);
    private readonly EventRecorder _events;
    private NetworkPolicies? _policies;

    private PolicedCluster(PodLab lab)
    {
        _lab = lab;
        _store = new ObjectStore(_journal, _view);
        var commands = new ObjectCommands(_store, BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, TimeProvider.System);
        _events = new EventRecorder(commands, new UserInfo { Username = "bench" }, NullLogger<EventRecorder>.Instance);
    }

    public static async Task<PolicedCluster> CreateAsync(PodLab lab, int policies, int pods)
    {
        var cluster = new PolicedCluster(lab);
        await cluster._view.StartAsync(cluster._journal);
        for (var i = 0; i < pods; i++)
        {
            await cluster.PutAsync("pods", PodOf(i));
        }

        for (var i = 0; i < policies; i++)
        {
            await cluster.PutAsync("networkpolicies.networking.k8s.io", PolicyOf(i, 8080));
        }

        return cluster;
    }

    /// <summary>Until everything that the view has is in the kernel.</summary>
    /// <returns>By the clock, and of the processor, which what else the machine does has no part in.</returns>
    public async Task<(TimeSpan Clock, TimeSpan Processor)> StartPoliciesAsync()
    {
        var options = new NetworkPolicyOptions { NodeName = "node", NodeId = "bench", Mode = NetworkPolicyMode.Nftables };
        _policies = InNamespace.Run(_lab.Node.Namespace, () => NetworkPolicies.Create(options, _view, _events, TimeProvider.System, NullLogger<NetworkPolicies>.Instance));
        _policies.Settled += () => _settled.Release();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        _policies.Start();
        await _settled.WaitAsync();
        return (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
    }

    /// <summary>One policy allows another port.</summary>
    /// <returns>From the write to its effect.</returns>
    public async Task<TimeSpan> ChangeAsync(int number)
    {
        var before = _policies!.Counts.Plane.Changes;
        var watch = Stopwatch.StartNew();
        await PutAsync("networkpolicies.networking.k8s.io", PolicyOf(number * 31 % 1000, 9000 + number, generation: 2 + number));
        while (_policies.Counts.Plane.Changes == before)
        {
            await _settled.WaitAsync();
        }

        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (_policies is not null)
        {
            await _policies.DisposeAsync();
        }

        await _events.DisposeAsync();
        await _view.DisposeAsync();
        _settled.Dispose();
    }

    private static Pod PodOf(int number)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"10.250.{number / 250}.{1 + (number % 250)}");
        return new Pod
        {
            Metadata = new ObjectMeta { Namespace = Space, Name = Text($"pod-{number}"), Uid = Text($"pod-{number}"), Labels = new Dictionary<string, string> { ["app"] = App(number / 20) } },
            Spec = new PodSpec { NodeName = number % 20 == 0 ? "node" : "elsewhere", Containers = [new Container { Name = "c" }] },
            Status = new PodStatus { Phase = PodPhases.Running, PodIP = address, PodIPs = [new PodIP { Ip = address }] },
        };
    }

    /// <summary>Pods of one application may be reached by those of another.</summary>
    private static NetworkPolicy PolicyOf(int number, int port, int generation = 1) => new()
    {
        Metadata = new ObjectMeta { Namespace = Space, Name = Text($"policy-{number}"), Uid = Text($"policy-{number}"), Generation = generation },
        Spec = new NetworkPolicySpec
        {
            PodSelector = Select(App(number)),
            PolicyTypes = ["Ingress"],
            Ingress = [new NetworkPolicyIngressRule { From = [new NetworkPolicyPeer { PodSelector = Select(App((number * 7) + 1)) }], Ports = [new NetworkPolicyPort { Protocol = "TCP", Port = port }] }],
        },
    };

    private static LabelSelector Select(string app) => new() { MatchLabels = new Dictionary<string, string> { ["app"] = app } };

    private static string App(int number) => Text($"app-{number % Apps}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private async Task PutAsync(string resource, IApiObject value)
    {
        var key = new ObjectKey(resource, Space, value.Metadata.Name!);
        var state = ObjectState.Parse(BuiltInKinds.Registry.Stored(resource).WriteStored(value.With(value.Metadata with { ResourceVersion = "" })));
        await _store.AppendAsync(new JournalAppend(key, _view.Snapshot().VersionOf(key), state, "bench"));
    }
}
