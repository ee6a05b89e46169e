using System.Collections.Immutable;

namespace ActorKube.Engine.Membership;

/// <summary>Those who want to know of new views, and since when members have been seen as stopped.</summary>
internal sealed class Observers
{
    private readonly Lock _gate = new();
    private ImmutableArray<Action<MembershipView>> _all = [];
    private ImmutableDictionary<MemberId, TimeSpan> _stoppedSince = ImmutableDictionary<MemberId, TimeSpan>.Empty;

    public IDisposable Add(Action<MembershipView> changed)
    {
        ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), changed);
        return new Observation(this, changed);
    }

    public void Notify(MembershipView view, TimeSpan now)
    {
        lock (_gate)
        {
            _stoppedSince = view.Members.Values.Where(static m => m.Status == MemberStatus.Stopped)
                .ToImmutableDictionary(static m => m.Id, m => _stoppedSince.TryGetValue(m.Id, out var since) ? since : now);
        }

        foreach (var changed in _all)
        {
            changed(view);
        }
    }

    public TimeSpan StoppedFor(MemberId id, TimeSpan now)
    {
        lock (_gate)
        {
            return _stoppedSince.TryGetValue(id, out var since) ? now - since : TimeSpan.Zero;
        }
    }

    private sealed class Observation(Observers observers, Action<MembershipView> changed) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref observers._all, static (all, one) => all.Remove(one), changed);
    }
}
