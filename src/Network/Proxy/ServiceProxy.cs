using System.Net.NetworkInformation;
using ActorKube.Engine.Events;
using ActorKube.Engine.Views;
using ActorKube.Network.Proxy.Health;
using ActorKube.Network.Proxy.Nftables;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy;

/// <summary>
/// The service proxy of a node: follows the view's services and endpoint slices and has connections to services end at their endpoints. One change is under way at a time; whatever comes
/// meanwhile makes up the next. Stopping it, or killing its process, leaves the kernel's rules and every connection as they are; the next one takes them over.
/// </summary>
public sealed partial class ServiceProxy : IAsyncDisposable
{
    private readonly ViewFollower _follower;
    private readonly ServiceProxyOptions _options;
    private readonly ObjectView _view;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly IServicePlane _plane;
    private readonly ViewReader _reader;
    private readonly ProblemReporter _problems;
    private readonly HealthChecks _health;
    private readonly DirtyServices _dirty;
    private readonly TableSync _sync;

    private ServiceProxy(ServiceProxyOptions options, IServicePlane plane, ObjectView view, IEventRecorder events, TimeProvider time, ILogger log)
    {
        (_options, _plane, _view, _time, _log) = (options, plane, view, time, log);
        _follower = new ViewFollower(view, time);
        _reader = new ViewReader(options);
        _problems = new ProblemReporter(view, events, options.NodeName, "service-proxy");
        _health = new HealthChecks(time, log);
        _dirty = new DirtyServices(options.NodeName, time);
        _sync = new TableSync(plane, ServiceTable.Empty(new NodeFacts(options.NodeName)), log);
    }

    /// <summary>Of now.</summary>
    public ServiceProxyCounts Counts => _sync.Counts(_plane is KernelPlane, _problems.Count);

    /// <summary>After each change, whether it took effect or was refused.</summary>
    internal event Action? Settled;

    /// <summary>Chooses how to carry connections, by what this process may do in the calling thread's network namespace.</summary>
    /// <exception cref="InvalidOperationException">nftables was asked for and can't be had.</exception>
    public static ServiceProxy Create(ServiceProxyOptions options, ObjectView view, IEventRecorder events, TimeProvider time, ILogger<ServiceProxy> log)
    {
        try
        {
            return new ServiceProxy(options, PlaneFactory.Open(options, time, log), view, events, time, log);
        }
        catch (PlaneException e)
        {
            throw new InvalidOperationException($"Services can't be programmed in the kernel: {e.Message}.", e);
        }
    }

    /// <summary>Removes what an earlier proxy of this node has left in the kernel. Nothing happens where there is none, or no right to it.</summary>
    /// <returns>False without the right.</returns>
    public static async Task<bool> RemoveAsync(string nodeId, ILogger log)
    {
        try
        {
            await using var kernel = KernelPlane.Open(new ServiceProxyOptions { NodeName = nodeId, NodeId = nodeId }.Table, log);
            kernel.Remove();
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
        NetworkChange.NetworkAddressChanged += OnAddressChanged;
        _follower.Start(TurnAsync, OnFailed, _dirty.MarkCheck, _options.CheckPeriod);
    }

    /// <summary>What the kernel has stays; relays end.</summary>
    public async ValueTask DisposeAsync()
    {
        NetworkChange.NetworkAddressChanged -= OnAddressChanged;
        await _follower.DisposeAsync();
        await _health.DisposeAsync();
        await _plane.DisposeAsync();
    }

    private void OnAddressChanged(object? sender, EventArgs e) => _dirty.MarkEverything();

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var marks = await _dirty.TakeAsync(cancellationToken);
        if (marks.IsChange)
        {
            await ChangeAsync(marks, cancellationToken);
        }

        if (marks.Check)
        {
            await CheckAsync(cancellationToken);
        }
    }

    private void OnFailed(Exception e)
    {
        LogFailed(_log, e);
        _dirty.MarkEverything();
    }

    private async Task ChangeAsync(DirtyMarks marks, CancellationToken cancellationToken)
    {
        var snapshot = _view.Snapshot();
        var table = _sync.Wanted;
        var next = marks.Everything ? _reader.ReadAll(snapshot, table) : ViewReader.Read(snapshot, table, marks.Services.Concat(table.Losers));
        await _sync.ApplyAsync(next, cancellationToken);
        _sync.Took(_time.GetElapsedTime(marks.Since));
        await TellAsync();
        Settled?.Invoke();
    }

    /// <summary>What somebody else has changed is put right, and what was refused is tried again.</summary>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await _sync.CheckAsync(cancellationToken))
        {
            await TellAsync();
        }
    }

    private async Task TellAsync()
    {
        var refusals = new Dictionary<ServiceName, string>(_sync.Refusals);
        foreach (var (service, why) in await _health.UseAsync(_sync.Wanted))
        {
            refusals[service] = refusals.TryGetValue(service, out var known) ? $"{known}; {why}" : why;
        }

        _problems.Tell(ServiceProblems.Of(_sync.Wanted, refusals));
    }

    [LoggerMessage(1, LogLevel.Error, "Services could not be programmed; everything is tried again")]
    private static partial void LogFailed(ILogger log, Exception e);
}
