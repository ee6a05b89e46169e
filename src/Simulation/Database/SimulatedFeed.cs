using ActorKube.Engine.Journals;

namespace ActorKube.Simulation.Database;

/// <summary>Brings new events from the database to a follower: asks for what comes after the last one, for as long as it takes.</summary>
internal sealed class SimulatedFeed(SimulatedDatabase database, DatabaseLink link, TimeProvider time, IJournalFollower follower, long position) : IAsyncDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);

    private Task _following = Task.CompletedTask;
    private bool _stopped;

    public void Start() => _following = FollowAsync();

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        await _following;
    }

    private async Task FollowAsync()
    {
        var revision = position;
        while (!_stopped)
        {
            try
            {
                var from = revision;
                var events = await link.CallAsync(() => database.ReadAsync(from, Wait), Patience);
                revision += events.Length;
                follower.OnEvents(events);
            }
            catch (JournalUnavailableException)
            {
                // The way there is broken; what is missed meanwhile comes later.
                await Task.Delay(RetryDelay, time);
            }
        }
    }
}
