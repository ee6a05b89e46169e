using System.Threading.Channels;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.Volumes;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// The shell around one pod: a mailbox whose messages change the record, and after them a plan whose actions run beside it and come back as messages. One
/// loop a pod, so that no two decisions about a pod are ever made at once; nothing slow is waited for in it.
/// </summary>
internal sealed partial class PodWorker : IAsyncDisposable
{
    // Timers have a limit of 49 days; waking up once a day for nothing is cheap.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    // A decision that failed is made again after this time, or when something happens.
    private static readonly TimeSpan FailureDelay = TimeSpan.FromSeconds(10);

    private readonly Channel<PodMessage> _mailbox = Channel.CreateUnbounded<PodMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly NodeContext _node;
    private readonly PodOperations _operations;
    private readonly PodStatusWriter _status;
    private readonly PodProbes _probes;
    private readonly WorkerTasks _tasks;
    private readonly ILogger _logger;
    private readonly HashSet<PodMessage.Heard> _early = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _alarm;
    private PodRecord _record;
    private DateTimeOffset? _alarmAt;
    private Task _loop = Task.CompletedTask;

    /// <param name="end">Why the pod isn't admitted; null if it is.</param>
    public PodWorker(Pod pod, PodServices services, ILogger logger, PodEnd? end = null)
    {
        _node = services.Node;
        _logger = logger;
        _record = PodTransitions.First(pod, _node.Time.GetUtcNow(), end);
        _operations = new PodOperations(services, logger);
        _tasks = new WorkerTasks(Post, logger);
        var key = new ObjectKey("pods", pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? "");
        _status = new PodStatusWriter(_node, key, _record.Uid, logger);
        _probes = new PodProbes(services.Probes, _node.Events, Post, _node.Time, _node.Surroundings.Random);
        _alarm = _node.Time.CreateTimer(static worker => ((PodWorker)worker!).Post(new PodMessage.Tick()), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What is known of the pod, as of the last message.</summary>
    public PodRecord Record => Volatile.Read(ref _record);

    /// <summary>Begins. <paramref name="finished"/> is called when nothing is left to do for the pod, ever.</summary>
    public void Start(Action<PodWorker> finished) => _loop = Task.Run(() => RunAsync(finished));

    public void Post(PodMessage message) => _mailbox.Writer.TryWrite(message);

    /// <summary>Looks at an instance of which something was heard.</summary>
    public void LookAt(string name, string id) => Post(new PodMessage.Heard(name, id));

    /// <summary>Ends the worker, and leaves the pod as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _tasks.WhenAllAsync();
        await _status.FlushAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(Action<PodWorker> finished)
    {
        try
        {
            // What the runtime has of the pod comes before the first decision.
            Drain();
            do
            {
                if (TryStep())
                {
                    finished(this);
                    break;
                }
            }
            while (await ReceiveAsync());
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The agent stops.
        }
        finally
        {
            await _alarm.DisposeAsync();
            await _probes.StopAsync();
        }
    }

    private bool TryStep()
    {
        try
        {
            return Step();
        }
        catch (Exception e)
        {
            // A bug in a decision. The pod stays as it is for now, and so do all others.
            LogFailed(_logger, _record.Pod.Metadata.Name ?? "", e);
            SetAlarm(_node.Time.GetUtcNow() + FailureDelay);
            return false;
        }
    }

    /// <summary>Waits for messages and applies all that there are.</summary>
    private async Task<bool> ReceiveAsync()
    {
        if (!await _mailbox.Reader.WaitToReadAsync(_stop.Token))
        {
            return false;
        }

        Drain();
        return true;
    }

    private void Drain()
    {
        while (_mailbox.Reader.TryRead(out var message))
        {
            if (message is PodMessage.Heard heard)
            {
                Look(heard);
                continue;
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
            if (message is PodMessage.StartSucceeded started && _early.Remove(new PodMessage.Heard(started.Name, started.Instance.Id)))
            {
                Look(new PodMessage.Heard(started.Name, started.Instance.Id));
            }
        }
    }

    private void Look(PodMessage.Heard heard)
    {
        if (_record.Container(heard.Name).Work == ContainerWork.Starting)
        {
            // It may have died before its start came back. Looked at then.
            _early.Add(heard);
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
        Report();
        return plan.Finished;
    }

    private void Report()
    {
        if (_record.Gone || _record.Deletion.Busy || _record.Deletion.Done)
        {
            return;
        }

        // What was offered before is the basis: the view may not have it yet.
        var pod = _record.Pod;
        var basis = _status.Offered is { } offered ? _record with { Pod = pod with { Status = StatusMerge.Merge(pod.Status, offered) } } : _record;
        _status.Offer(PodStatusReport.Compute(basis, _node.Facts, _node.Time.GetUtcNow()), _stop.Token);
    }

    private void SetAlarm(DateTimeOffset? at)
    {
        if (at == _alarmAt)
        {
            return;
        }

        _alarmAt = at;
        var delay = at is { } time ? time - _node.Time.GetUtcNow() : Timeout.InfiniteTimeSpan;
        _alarm.Change(at is null ? delay : TimeSpan.FromTicks(Math.Clamp(delay.Ticks, 0, LongestWait.Ticks)), Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(1, LogLevel.Error, "A decision about pod {Pod} has failed")]
    private static partial void LogFailed(ILogger logger, string pod, Exception e);
}
