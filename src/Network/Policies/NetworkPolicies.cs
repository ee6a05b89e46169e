using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Policies.Model;
using ActorKube.Network.Policies.Nftables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Policies;

/// <summary>
/// Enforces network policies for the pods of a node: follows the view's policies, pods and namespaces and has the kernel filter what enters and leaves those pods. One change is under way at a
/// time; whatever comes meanwhile makes up the next. Stopping it, or killing its process, leaves the rules as they are; the next one takes them over.
/// </summary>
public sealed partial class NetworkPolicies : IAsyncDisposable
{
    private readonly ViewFollower _follower;
    private readonly AnnouncedAddresses _announced = new();
    private readonly NetworkPolicyOptions _options;
    private readonly ObjectView _view;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly IPolicyPlane _plane;
    private readonly ProblemReporter _problems;
    private readonly DirtyPolicies _dirty;
    private readonly PolicyModel _model;
    private readonly PolicySync _sync;

    internal NetworkPolicies(NetworkPolicyOptions options, IPolicyPlane plane, ObjectView view, IEventRecorder events, TimeProvider time, ILogger log)
    {
        (_options, _plane, _view, _time, _log) = (options, plane, view, time, log);
        _follower = new ViewFollower(view, time);
        _problems = new ProblemReporter(view, events, options.NodeName, "network-policies");
        _dirty = new DirtyPolicies(time);
        _model = new PolicyModel(options.NodeName, v => options.PodsOfNode(v, options.NodeName), _announced.Of);
        _sync = new PolicySync(plane, _model, log);
    }

    /// <summary>Of now.</summary>
    public NetworkPolicyCounts Counts => _sync.Counts(_plane is PolicyPlane, _problems.Count);

    /// <summary>After each change, whether it took effect or was refused.</summary>
    internal event Action? Settled;

    /// <summary>By what this process may do in the calling thread's network namespace; says in one line what that is.</summary>
    /// <exception cref="InvalidOperationException">nftables was asked for and can't be had.</exception>
    public static NetworkPolicies Create(NetworkPolicyOptions options, ObjectView view, IEventRecorder events, TimeProvider time, ILogger<NetworkPolicies> log)
    {
        try
        {
            var plane = PolicyPlane.Open(options.Table, log);
            LogKernel(log, options.Table);
            return new NetworkPolicies(options, plane, view, events, time, log);
        }
        catch (PlaneException e) when (options.Mode == NetworkPolicyMode.Auto)
        {
            LogNothing(log, e.Message);
            return new NetworkPolicies(options, new NoPlane($"nftables can't be had: {e.Message}"), view, events, time, log);
        }
        catch (PlaneException e)
        {
            throw new InvalidOperationException($"Network policies can't be programmed in the kernel: {e.Message}.", e);
        }
    }

    /// <summary>Removes what an earlier enforcement of this node has left in the kernel. Nothing happens where there is none, or no right to it.</summary>
    /// <returns>False without the right.</returns>
    public static bool Remove(string nodeId, ILogger log)
    {
        try
        {
            using var plane = PolicyPlane.Open(new NetworkPolicyOptions { NodeName = nodeId, NodeId = nodeId }.Table, log);
            plane.Remove();
            return true;
        }
        catch (PlaneException)
        {
            return false;
        }
    }

    /// <summary>Begins with everything that the view has, in one change.</summary>
    public void Start()
    {
        _follower.Listen(_dirty);
        _dirty.MarkEverything();
        _follower.Start(TurnAsync, OnFailed, _dirty.MarkCheck, _options.CheckPeriod);
    }

    /// <summary>
    /// To be called before the first process of a pod of this node starts: its status may tell its address only later, and until then it would be open. After 5 s nobody is held up any more;
    /// the rules come as soon as they can.
    /// </summary>
    /// <param name="pod">As the view has it.</param>
    public async Task IsolateAsync(ObjectKey pod, string uid, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        _announced.Set(pod, uid, addresses);
        var taken = _dirty.MarkPodAsync(pod);
        try
        {
            await taken.WaitAsync(TimeSpan.FromSeconds(5), _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogLate(_log, pod.Namespace, pod.Name);
        }
    }

    /// <summary>What the kernel has stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await _follower.DisposeAsync();
        _plane.Dispose();
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var pending = await _dirty.TakeAsync(cancellationToken);
        try
        {
            Work(pending);
        }
        finally
        {
            // Who waits has to know only that it was tried: what failed is told, and tried again.
            pending.Done.TrySetResult();
        }
    }

    private void OnFailed(Exception e)
    {
        LogFailed(_log, e);
        _dirty.MarkEverything();
    }

    private void Work(DirtyPolicies.Pending pending)
    {
        var view = _view.Snapshot();
        try
        {
            if (pending.Marks.IsChange && _sync.Update(view, pending.Marks))
            {
                _sync.Took(_time.GetElapsedTime(pending.Since));
            }

            if (pending.Check)
            {
                _announced.Prune(view);
                _sync.Check(view);
            }

            Tell(null);
        }
        catch (PlaneException e)
        {
            Tell(e.Message);
            throw;
        }
        finally
        {
            Settled?.Invoke();
        }

        if (_model.IsIdle)
        {
            _dirty.Rest();
        }
    }

    /// <param name="failure">Why nothing can be programmed; null if something can.</param>
    private void Tell(string? failure)
    {
        var gaps = new[] { failure, _plane.Gap }.OfType<string>().ToList();
        _problems.Tell(
            from policy in gaps.Count > 0 ? _model.Used : _model.Problems.Keys.Union(_model.Refused.Keys)
            let own = new[] { _model.Problems.GetValueOrDefault(policy), _model.Refused.GetValueOrDefault(policy) }.OfType<string>()
            select new Problem(policy.Key, "NetworkPolicyNotProgrammed", $"Node {_options.NodeName}: {string.Join("; ", own.Concat(gaps))}"));
    }

    [LoggerMessage(1, LogLevel.Error, "Network policies could not be programmed; everything is tried again")]
    private static partial void LogFailed(ILogger log, Exception e);

    [LoggerMessage(2, LogLevel.Information, "Network policies are enforced in the kernel, in the nftables table ip {Table}")]
    private static partial void LogKernel(ILogger log, string table);

    [LoggerMessage(3, LogLevel.Warning, "Network policies are NOT enforced on this node, because nftables can't be had: {Why}")]
    private static partial void LogNothing(ILogger log, string why);

    [LoggerMessage(4, LogLevel.Warning, "The pod {Namespace}/{Name} starts before its policies are in effect: they take more than 5 s")]
    private static partial void LogLate(ILogger log, string @namespace, string name);
}
