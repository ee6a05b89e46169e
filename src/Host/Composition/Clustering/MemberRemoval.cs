using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Sharding;
using ActorKube.Engine.Views;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Clustering;

/// <summary>
/// Forgets hosts that are gone for good: who deletes the Node of a dead host (<c>kubectl delete node</c>) has its row removed from the membership as well. Each row has one host that looks after it,
/// as any object has. Should the host come back after all, it joins as a new one.
/// </summary>
internal sealed partial class MemberRemoval : IAsyncDisposable
{
    /// <summary>Nobody waits for it.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly MembershipService _membership;
    private readonly IMembershipTable _table;
    private readonly IShards _shards;
    private readonly ObjectView _view;
    private readonly TimeSpan _safeAfterDeath;
    private readonly ILogger _log;
    private readonly PeriodicWork _work;

    public MemberRemoval(MembershipService membership, IMembershipTable table, IShards shards, ObjectView view, TimeSpan safeAfterDeath, TimeProvider time, ILogger<MemberRemoval> log)
    {
        (_membership, _table, _shards, _view, _safeAfterDeath, _log) = (membership, table, shards, view, safeAfterDeath, log);
        _work = new PeriodicWork(Period, time, SweepAsync);
    }

    public void Start() => _work.Start();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    /// <summary>
    /// Names of the members to forget. As long as something that must not run twice may still run there its death must be known, and so it must while there is a Node to be marked. Pure.
    /// </summary>
    /// <param name="deadFor">How long a member has been known to be dead; null for one that isn't.</param>
    public static IEnumerable<string> Gone(MembershipView members, Func<string, TimeSpan?> deadFor, Func<string, bool> hasNode, TimeSpan safeAfterDeath) =>
        members.Members.Values.Where(m => m.Status == MemberStatus.Dead && deadFor(m.Name) > safeAfterDeath && !hasNode(m.Name)).Select(static m => m.Name);

    private async Task SweepAsync(CancellationToken stop)
    {
        var members = _membership.View;
        var snapshot = _view.Snapshot();
        var gone = Gone(members, _membership.DeadFor, name => snapshot.Get(new ObjectKey("nodes", "", name)) is not null, _safeAfterDeath)
            .FirstOrDefault(name => _shards.IsMine(new ObjectKey("members", "", name)));
        try
        {
            // One at a time: each removal makes a new version of the table, which this host reads before the next.
            if (gone is not null && await _table.TryRemoveAsync(gone, members.Version, stop).ConfigureAwait(false))
            {
                LogRemoved(_log, gone);
            }
        }
        catch (JournalUnavailableException e)
        {
            LogFailed(_log, gone!, e.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The host {Name} is dead and has no Node any more: forgotten")]
    private static partial void LogRemoved(ILogger log, string name);

    [LoggerMessage(2, LogLevel.Warning, "The row of the host {Name} could not be removed: {Error}")]
    private static partial void LogFailed(ILogger log, string name, string error);
}
