namespace ActorKube.Engine.Membership.InMemory;

/// <summary>The table of a cluster that lives in one process: a single host, tests, simulation.</summary>
public sealed class InMemoryMembershipTable(TimeProvider time) : IMembershipTable
{
    private readonly Lock _gate = new();
    private readonly Monotonic _clock = new(time);
    private readonly Dictionary<MemberId, TimeSpan> _leases = [];
    private MembershipView _view = MembershipView.Empty;

    public Task<TableReading> ReadAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var lapsed = _view.Active.Where(m => !_leases.TryGetValue(m.Id, out var until) || until <= _clock.Now).Select(static m => m.Name);
            return Task.FromResult(new TableReading(_view, lapsed.ToHashSet(StringComparer.Ordinal)));
        }
    }

    public Task<bool> TryWriteAsync(Member row, long expectedVersion, CancellationToken cancellationToken = default) =>
        Task.FromResult(TryChange(expectedVersion, view => view.With(row)));

    public Task<bool> TryRemoveAsync(string name, long expectedVersion, CancellationToken cancellationToken = default) =>
        Task.FromResult(TryChange(expectedVersion, view => view.Without(name)));

    public Task<long?> RenewAsync(MemberId member, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_view.Find(member) is not { IsActive: true })
            {
                return Task.FromResult<long?>(null);
            }

            _leases[member] = _clock.Now + lease;
            return Task.FromResult<long?>(_view.Version);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool TryChange(long expectedVersion, Func<MembershipView, MembershipView> change)
    {
        lock (_gate)
        {
            if (_view.Version != expectedVersion)
            {
                return false;
            }

            _view = change(_view);
            return true;
        }
    }
}
