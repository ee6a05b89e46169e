using ActorKube.Engine.Membership;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Members as a test says that they are.</summary>
internal sealed class StubMembership : IMembership
{
    private readonly Dictionary<string, TimeSpan> _dead = new(StringComparer.Ordinal);

    public MemberId Self => new("self", 1);

    public MembershipView View { get; private set; } = MembershipView.Empty;

    public StubMembership With(string name, MemberStatus status, TimeSpan deadFor = default)
    {
        View = View.With(new Member { Id = new MemberId(name, 1), Status = status, Address = name });
        if (status == MemberStatus.Dead)
        {
            _dead[name] = deadFor;
        }

        return this;
    }

    public TimeSpan? DeadFor(string name) => _dead.TryGetValue(name, out var since) ? since : null;

    public IDisposable Observe(Action<MembershipView> changed) => throw new NotSupportedException("Reconcilers look at the view.");
}
