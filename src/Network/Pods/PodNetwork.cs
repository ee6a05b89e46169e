using System.Net.NetworkInformation;
using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Addressing;
using ActorKube.Network.Pods.Plans;
using ActorKube.Network.Pods.Routing;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Pods;

/// <summary>
/// A node's part of the network of pods: follows the view's Nodes and has packets to the pods of each find their way. Stopping it, or killing its process, leaves routes, rules and every
/// connection as they are; the next one takes them over. The node's own pods are on a bridge, which is the container engine's work.
/// </summary>
public sealed partial class PodNetwork : IAsyncDisposable
{
    /// <summary>So many refusals one after the other make the node not ready; one may be somebody else's change at the same moment.</summary>
    private const int Patience = 3;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly ViewFollower _follower;
    private readonly PodNetworkOptions _options;
    private readonly Ipv4Network _cluster;
    private readonly ObjectView _view;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly PodPlane _plane;
    private readonly ProblemReporter _problems;
    private readonly DirtyNodes _dirty = new();
    private readonly Dictionary<string, PodNode> _nodes = new(StringComparer.Ordinal);
    private string? _problem = "it has not been set up yet";
    private PodNetworkCounts _counts;
    private int _mtu;
    private int _refusals;

    private PodNetwork(PodNetworkOptions options, Ipv4Network cluster, PodPlane plane, ObjectView view, IEventRecorder events, TimeProvider time, ILogger log)
    {
        (_options, _cluster, _plane, _view, _time, _log) = (options, cluster, plane, view, time, log);
        _follower = new ViewFollower(view, time);
        _problems = new ProblemReporter(view, events, options.NodeName, "pod-network");
    }

    /// <summary>Why pods of this node can't reach others; null if they can. Thread-safe.</summary>
    public string? Problem => Volatile.Read(ref _problem);

    /// <summary>The largest packet that pods can send, in bytes. Thread-safe.</summary>
    public int Mtu => Volatile.Read(ref _mtu);

    /// <summary>Of now. Not exact while a change is under way.</summary>
    public PodNetworkCounts Counts => _counts;

    /// <summary>After each change, whether it took effect or was refused.</summary>
    internal event Action? Settled;

    /// <summary>In the calling thread's network namespace.</summary>
    /// <exception cref="InvalidOperationException">The kernel doesn't let this process have it.</exception>
    public static PodNetwork Create(PodNetworkOptions options, ObjectView view, IEventRecorder events, TimeProvider time, ILogger<PodNetwork> log)
    {
        var cluster = Parse(options.ClusterCidr);
        try
        {
            var network = new PodNetwork(options, cluster, PodPlane.Open(options, cluster, log), view, events, time, log);
            LogBackend(log, cluster, options.Backend);
            return network;
        }
        catch (PlaneException e)
        {
            throw new InvalidOperationException($"Pods can't have a network across hosts: {e.Message}.", e);
        }
    }

    /// <summary>Removes what was made for this node. Nothing happens where there is nothing.</summary>
    /// <returns>False without the right.</returns>
    public static bool Remove(PodNetworkOptions options, ILogger log)
    {
        try
        {
            using var plane = PodPlane.Open(options, Parse(options.ClusterCidr), log);
            plane.Remove();
            return true;
        }
        catch (PlaneException)
        {
            return false;
        }
    }

    /// <summary>Returns when everything is as the view says, or was refused, which is tried again. Called once.</summary>
    public void Start()
    {
        _follower.Listen(_dirty);
        foreach (var stored in _view.Snapshot().List(NetworkIndexes.Nodes))
        {
            _nodes[stored.Key.Name] = PodNode.Of(stored);
        }

        Apply();
        NetworkChange.NetworkAddressChanged += OnAddressChanged;
        _follower.Start(TurnAsync, OnFailed, _dirty.MarkMachine, _options.CheckPeriod);
    }

    /// <summary>What the kernel has stays.</summary>
    public async ValueTask DisposeAsync()
    {
        NetworkChange.NetworkAddressChanged -= OnAddressChanged;
        await _follower.DisposeAsync();
        _plane.Dispose();
    }

    private static Ipv4Network Parse(string cidr) => Ipv4Network.TryParse(cidr, out var network) ? network : throw new ArgumentException($"'{cidr}' is no IPv4 network.");

    private void OnAddressChanged(object? sender, EventArgs e) => _dirty.MarkMachine();

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (_refusals > 0)
        {
            await Task.Delay(RetryAfter, _time, cancellationToken);
            _dirty.MarkMachine();
        }

        var marks = await _dirty.TakeAsync(cancellationToken);
        if (Read(marks.Names) || marks.Machine)
        {
            Apply();
        }
    }

    private void OnFailed(Exception e)
    {
        LogFailed(_log, e);
        _dirty.MarkMachine();
    }

    /// <summary>False if nothing that matters has changed: nodes report this and that.</summary>
    private bool Read(IEnumerable<string> names)
    {
        var snapshot = _view.Snapshot();
        var changed = false;
        foreach (var name in names)
        {
            var next = snapshot.Get(new ObjectKey(NetworkIndexes.Nodes, "", name)) is { } stored ? PodNode.Of(stored) : null;
            if (next != _nodes.GetValueOrDefault(name))
            {
                changed = true;
                _nodes.Remove(name);
                if (next is not null)
                {
                    _nodes.Add(name, next);
                }
            }
        }

        return changed;
    }

    private void Apply()
    {
        try
        {
            var machine = _plane.Look();
            Volatile.Write(ref _mtu, machine.Mtu - (_options.Backend == PodNetworkBackend.Vxlan ? PodTunnel.Overhead : 0));
            var plan = PodPlanner.Plan(_nodes.Values, _options.NodeName, machine.Addresses, _cluster, _options.Backend);
            _problems.Tell(_plane.Apply(plan, machine).Select(p =>
                new Problem(new ObjectKey(NetworkIndexes.Nodes, "", p.Key), "PodNetworkUnreachable", $"Node {_options.NodeName} can't reach the pods of node {p.Key}: {p.Value}")));
            _counts = _counts with { Routes = plan.Routes.Count, Unreachable = _problems.Count };
            Volatile.Write(ref _problem, null);
            _refusals = 0;
        }
        catch (Exception e)
        {
            // The edge of the loop: it is tried again in a second.
            LogFailed(_log, e);
            _counts = _counts with { Failures = _counts.Failures + 1 };
            if (++_refusals >= Patience || _problem is not null)
            {
                Volatile.Write(ref _problem, e.Message);
            }
        }

        Settled?.Invoke();
    }

    [LoggerMessage(1, LogLevel.Error, "The pod network could not be set up; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception e);

    [LoggerMessage(2, LogLevel.Information, "Pods of all hosts are in one network, {Cluster}, by {Backend}")]
    private static partial void LogBackend(ILogger log, Ipv4Network cluster, PodNetworkBackend backend);
}
