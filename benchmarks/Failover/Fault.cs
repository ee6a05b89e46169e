namespace ActorKube.Benchmarks.Failover;

internal enum Fault
{
    /// <summary>The machine loses its power.</summary>
    HostKill,

    /// <summary>The machine's link is cut, and mended when what it did is done elsewhere.</summary>
    Partition,

    /// <summary>SIGKILL for the host's process alone, which is started again at once.</summary>
    ProcessKill,

    /// <summary>The database is stopped for 20 s.</summary>
    DatabaseAway,
}
