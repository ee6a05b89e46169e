namespace ActorKube.NodeAgent.Fencing.Guards;

internal enum GuardDuty
{
    /// <summary>The host is alive.</summary>
    Watch,

    /// <summary>What must not run twice has to end.</summary>
    Kill,

    /// <summary>Nothing is left to guard, and nobody to guard against.</summary>
    Leave,
}

/// <summary>
/// What a guard does. Pure. With a lease until 100 s, a margin of 1 s and 300 s to linger:
/// <code>
/// now    98.9    99      400    400.1 with something left    400.1 with nothing left
///        watch   kill    kill   kill                         leave
/// </code>
/// </summary>
internal static class GuardRule
{
    /// <param name="anyLeft">Something that must not run twice ran, or may have run, at the last look.</param>
    public static GuardDuty Decide(TimeSpan now, TimeSpan until, bool anyLeft, GuardOptions options) =>
        until == TimeSpan.MaxValue || now < until - options.Margin ? GuardDuty.Watch
        : anyLeft || now <= until + options.Linger ? GuardDuty.Kill
        : GuardDuty.Leave;
}
