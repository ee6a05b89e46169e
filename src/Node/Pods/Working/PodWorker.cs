using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.Volumes;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// The shell around one pod: an inbox whose messages change the record, and after them a plan whose actions run beside it and come back as messages. One
/// turn at a time, so that no two decisions about a pod are ever made at once; nothing slow is waited for in it.
/// </summary>
internal sealed partial class PodWorker : IAsyncDisposable
{
    // Timers have a limit of 49 days; waking up once a day for nothing is cheap.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    // A decision that failed is made again after this time, or when something happens.
    private static readonly TimeSpan FailureDelay = TimeSpan.FromSeconds(10);

    private readonly Inbox<PodMessage> _inbox;
    private readonly NodeContext _node;
    private readonly PodOperations _operations;
    private readonly PodStatusWriter _status;
    private readonly PodProbes _probes;
    private readonly WorkerTasks _tasks;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private ImmutableHashSet<PodMessage.Heard> _early = [];
    private PodRecord _record;
    private ITimer? _alarm;
    private DateTimeOffset? _alarmAt;
    private Action<PodWorker>? _finished;

    /// <param name="end">Why the pod isn't admitted; null if it is.</param>
    public PodWorker(Pod pod, PodServices services, ILogger logger, PodEnd? end = null)
    {
        _node = services.Node;
        _logger = logger;
        _record = PodTransitions.First(pod, _node.Time.GetUtcNow(), end);
        _operations = new PodOperations(services, logger);
        _inbox = new Inbox<PodMessage>(Turn);
        Action<PodMessage> post = _inbox.Post;
        _tasks = new WorkerTasks(post, logger);
        var key = new ObjectKey("pods", pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? "");
        _status = new PodStatusWriter(_node, key, () => Record, logger);
        _probes = new PodProbes(services.Probes, _node.Events, post, _node.Time, _node.Surroundings.Random);
    }

    /// <summary>What is known of the pod, as of the last message.</summary>
    public PodRecord Record => Volatile.Read(ref _record);

    /// <summary>Begins. <paramref name="finished"/> is called when nothing is left to do for the pod, ever.</summary>
    public void Start(Action<PodWorker> finished)
    {
        _finished = finished;
        _inbox.Open();
    }

    public void Post(PodMessage message) => _inbox.Post(message);

    /// <summary>Looks at an instance of which something was heard.</summary>
    public void LookAt(string name, string id) => Post(new PodMessage.Heard(name, id));

    /// <summary>Ends the worker, and leaves the pod as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _inbox.CloseAsync();
        foreach (var cancellation in _cancellations.Values)
        {
            await cancellation.CancelAsync();
        }

        await (_alarm?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _probes.StopAsync();
        await _tasks.WhenAllAsync();
        await _status.FlushAsync();
        _stop.Dispose();
    }

    private void Turn(IReadOnlyList<PodMessage> messages)
    {
        if (_finished is not { } finished || _stop.IsCancellationRequested)
        {
            return;
        }

        try
        {
            // What the runtime has of the pod comes before the first decision.
            foreach (var message in messages)
            {
                Take(message);
            }

            if (Step())
            {
                _finished = null;
                finished(this);
            }
        }
        catch (Exception e)
        {
            // A bug in a decision. The pod stays as it is for now, and so do all others.
            LogFailed(_logger, _record.Pod.Metadata.Name ?? "", e);
            SetAlarm(_node.Time.GetUtcNow() + FailureDelay);
        }
    }

    private void Take(PodMessage message)
    {
        if (message is PodMessage.Heard heard)
        {
            Look(heard);
            return;
        }

        if (message is PodMessage.Tick)
        {
            // It has rung.
            _alarmAt = null;
        }

        var next = PodTransitions.Apply(_record, message, _node.Time.GetUtcNow());
        if (!next.IsEnding && VolumeManager.IsStale(_record.Pod, message))
        {
            // An update in place: files that didn't change stay untouched.
            next = next with { Volumes = next.Volumes.Again() };
        }

        Volatile.Write(ref _record, next);
        if (message is PodMessage.StartSucceeded started && new PodMessage.Heard(started.Name, started.Instance.Id) is var early && _early.Contains(early))
        {
            _early = _early.Remove(early);
            Look(early);
        }
    }

    private void Look(PodMessage.Heard heard)
    {
        if (_record.Container(heard.Name).Work == ContainerWork.Starting)
        {
            // It may have died before its start came back. Looked at then.
            _early = _early.Add(heard);
            return;
        }

        var record = _record;
        Run(() => _operations.LookAsync(record, heard.Name, heard.Id, _stop.Token), new PodMessage.Tick());
    }

    /// <summary>Decides, begins what was decided, and reports. Returns whether the pod is finished.</summary>
    private bool Step()
    {
        PodPlan plan;
        if (_node.IsFenced(_record.Pod) is var fenced && fenced != _record.Fenced)
        {
            Volatile.Write(ref _record, _record with { Fenced = fenced });
        }

        do
        {
            plan = PodPlanner.Plan(_record, _node.Time.GetUtcNow());
            foreach (var action in plan.Actions)
            {
                var before = _record;
                Volatile.Write(ref _record, PodTransitions.Begin(_record, action, _node.Time.GetUtcNow()));
                Perform(action, before);
            }
        }
        while (plan.Actions.Any(static a => a is PodAction.HoldBack or PodAction.EndPod));

        // The alarm is set before anybody can see what it is for.
        SetAlarm(plan.WakeAt);
        _probes.Sync(_record);
        _status.Tell(_stop.Token);
        return plan.Finished;
    }

    private void SetAlarm(DateTimeOffset? at)
    {
        if (at == _alarmAt)
        {
            return;
        }

        _alarmAt = at;
        var delay = at is { } time ? TimeSpan.FromTicks(Math.Clamp((time - _node.Time.GetUtcNow()).Ticks, 0, LongestWait.Ticks)) : Timeout.InfiniteTimeSpan;
        if (_alarm is { } alarm)
        {
            alarm.Change(delay, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _alarm = _node.Time.CreateTimer(static worker => ((PodWorker)worker!).Post(new PodMessage.Tick()), this, delay, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A decision about pod {Pod} has failed")]
    private static partial void LogFailed(ILogger logger, string pod, Exception e);
}
