using ActorKube.Engine.Views;
using ActorKube.Network.Policies.Model;
using ActorKube.Network.Policies.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Policies;

/// <summary>
/// Has a plane carry out the model's table after each change. If a change is refused, everything is made anew; if that is refused too, all policies isolate without allowing anything, and are then
/// given their rules one by one, so that one that can't be programmed neither holds up the others nor leaves its pods open. Called by one at a time; counts may be read by anybody.
/// </summary>
internal sealed partial class PolicySync(IPolicyPlane plane, PolicyModel model, ILogger log)
{
    private FilterTable _done = model.Table;
    private bool _begun;
    private PlaneCounts _counts = new();

    /// <returns>True if the kernel was asked for anything.</returns>
    /// <exception cref="PlaneException">Nothing can be programmed at all.</exception>
    public bool Update(ViewSnapshot view, PolicyMarks marks)
    {
        var next = model.Update(view, marks);
        if (_begun && ReferenceEquals(next, _done))
        {
            return false;
        }

        if (_begun && Try(() => plane.Change(_done, next)) is null)
        {
            _done = next;
        }
        else if (Try(() => plane.Rebuild(next)) is null)
        {
            _counts = _counts.Rebuilt();
            (_done, _begun) = (next, true);
        }
        else
        {
            UpdateSingly(view);
        }

        return true;
    }

    /// <summary>What somebody else has changed is put right, and what was refused is tried again.</summary>
    /// <returns>True if something was done.</returns>
    /// <exception cref="PlaneException">Nothing can be programmed at all.</exception>
    public bool Check(ViewSnapshot view)
    {
        if (_begun && model.Refused.Count == 0 && plane.IsIntact(_done))
        {
            return false;
        }

        LogRepair(log);
        _begun = false;
        return Update(view, new PolicyMarks { Everything = true });
    }

    public void Took(TimeSpan time) => _counts = _counts.Took(time);

    public NetworkPolicyCounts Counts(bool isKernel, int unprogrammed) => new(
        isKernel, model.Used.Count, model.IsolatedPods, unprogrammed, Volatile.Read(ref _counts));

    private void UpdateSingly(ViewSnapshot view)
    {
        var closed = model.Refuse(view, model.Used.Select(static n => KeyValuePair.Create(n, "not tried yet")));
        if (Try(() => plane.Rebuild(closed)) is { } nothing)
        {
            // It is not for a policy. What the kernel has stays.
            _begun = false;
            throw new PlaneException(nothing);
        }

        (_done, _begun) = (closed, true);
        foreach (var policy in model.Used)
        {
            var step = model.Allow(view, policy);
            if (Try(() => plane.Change(_done, step)) is { } why)
            {
                model.Refuse(view, [KeyValuePair.Create(policy, why)]);
            }
            else
            {
                _done = step;
            }
        }

        // The same rules in other objects.
        _done = model.Table;
    }

    /// <summary>Null, or why not.</summary>
    private string? Try(Action attempt)
    {
        try
        {
            attempt();
            _counts = _counts.Changed();
            return null;
        }
        catch (PlaneException e)
        {
            _counts = _counts.Refused();
            LogRefused(log, e.Message);
            return e.Message;
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "A change of the policies' rules was refused: {Why}")]
    private static partial void LogRefused(ILogger log, string why);

    [LoggerMessage(12, LogLevel.Information, "The policies' rules are made anew: somebody else has changed them, or some were refused")]
    private static partial void LogRepair(ILogger log);
}
