namespace ActorKube.NodeAgent.Pods;

/// <summary>Collects a plan.</summary>
internal sealed class PlanBuilder(DateTimeOffset now)
{
    private readonly List<PodAction> _actions = [];
    private DateTimeOffset? _wakeAt;

    public DateTimeOffset Now { get; } = now;

    public void Do(PodAction action) => _actions.Add(action);

    /// <summary>Looks again at that time; the earliest counts.</summary>
    public void WakeAt(DateTimeOffset? time)
    {
        if (time is { } at && (_wakeAt is null || at < _wakeAt))
        {
            _wakeAt = at;
        }
    }

    /// <summary>Does it if its time has come, else looks again then.</summary>
    public void WhenDue(SetUp setUp, PodAction action)
    {
        if (setUp.IsDue(Now))
        {
            Do(action);
        }
        else if (!setUp.Busy)
        {
            WakeAt(setUp.NextAt);
        }
    }

    public PodPlan Build(bool finished = false) => new(_actions, _wakeAt) { Finished = finished };
}
