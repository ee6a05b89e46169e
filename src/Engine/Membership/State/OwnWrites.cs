namespace ActorKube.Engine.Membership.State;

/// <summary>
/// Whether this host's own writes to the table are all known to it. While one is on its way, or failed in a way that leaves open whether it happened, the host's view may be older than
/// its own vote, and it must not vouch (<see cref="Fencing.VouchBook"/>). Thread-safe.
/// </summary>
internal sealed class OwnWrites
{
    private readonly Lock _gate = new();
    private long _started;
    private long _lastUnknown;
    private int _open;

    public bool AllKnown
    {
        get
        {
            lock (_gate)
            {
                return _open == 0 && _lastUnknown == 0;
            }
        }
    }

    /// <summary>Taken before a reading of the table, which then shows every write that began earlier.</summary>
    public long Mark
    {
        get
        {
            lock (_gate)
            {
                return _started;
            }
        }
    }

    public Write Begin()
    {
        lock (_gate)
        {
            _open++;
            return new Write(this, ++_started);
        }
    }

    /// <summary>A reading has come in that was begun at this mark.</summary>
    public void Known(long mark)
    {
        lock (_gate)
        {
            _lastUnknown = mark >= _lastUnknown ? 0 : _lastUnknown;
        }
    }

    private void End(long number, bool settled)
    {
        lock (_gate)
        {
            _open--;
            _lastUnknown = settled ? _lastUnknown : Math.Max(_lastUnknown, number);
        }
    }

    /// <summary>A write on its way. Disposed without being settled its outcome is unknown.</summary>
    public sealed class Write(OwnWrites owner, long number) : IDisposable
    {
        private bool _settled;

        /// <summary>The outcome is known, and adopted.</summary>
        public void Settle() => _settled = true;

        public void Dispose() => owner.End(number, _settled);
    }
}
