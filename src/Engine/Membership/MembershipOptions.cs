namespace ActorKube.Engine.Membership;

/// <summary>Times of the membership protocol. All hosts of a cluster must agree on <see cref="FenceAfter"/>.</summary>
public sealed record MembershipOptions
{
    /// <summary>Each member asks each other one so often; default 600 ms. Most of what an idle host costs, and bounds how old a silence is when it is noticed.</summary>
    public TimeSpan ProbePeriod { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>One that hasn't answered is asked again after this; default 100 ms, so that its silence is noticed soon and after more than one lost try.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A probe that takes longer has failed; default 300 ms, a hundred times what it takes on a busy network. It costs nobody's life: see the limits below.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// A host of which not even the kernel answers is voted dead after this; default 1.5 s, at least three lost tries in a row.
    /// </summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>A process that doesn't answer on a machine that does is voted dead after this; default 4 s, so that a pause of 2 s, as a debugger or a snapshot makes, costs nothing.</summary>
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>A host whose process is gone, its machine refusing connections, may be restarting; default 10 s.</summary>
    public TimeSpan RestartGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a vouch holds: a host for which none was given for so long has stopped what must not run twice; default 10 s.</summary>
    public TimeSpan FenceAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Two clocks drift apart by no more than this part of the time that passes; default 1 %, a hundred times what a bad crystal does.</summary>
    public double DriftBound { get; init; } = 0.01;

    /// <summary>How often a member shows itself to the database; default 1 s.</summary>
    public TimeSpan LeasePeriod { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The database counts a member as gone that hasn't shown itself for so long; default 3 s.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// After this time from a member's death on, nothing of what must not run twice runs there any more: the last vouch was given before, and
    /// is over. Worked example: 10 s and 1 % make 10.2 s.
    /// </summary>
    public TimeSpan SafeAfterDeath => FenceAfter * (1 + (2 * DriftBound));

    /// <exception cref="ArgumentException">Times that contradict each other.</exception>
    public void Validate()
    {
        Require(ProbePeriod > TimeSpan.Zero && RetryPause > TimeSpan.Zero && ProbeTimeout > TimeSpan.Zero, "Probes need a period, a pause and a time-out above 0.");
        Require(SilenceLimit > ProbePeriod + ProbeTimeout, "A host needs more than one probe before it counts as silent.");
        Require(StallLimit >= SilenceLimit && RestartGrace >= SilenceLimit, "Who is at least partly there must get no less time than who is silent.");
        Require(LeaseDuration >= 2 * LeasePeriod, "A lease must outlast a missed renewal.");
        Require(FenceAfter > SilenceLimit, "A host must not be fenced before others can have noticed that it is gone.");
        Require(DriftBound is >= 0 and < 0.5, "The drift is a part of 1.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
