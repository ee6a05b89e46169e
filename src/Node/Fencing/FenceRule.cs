namespace ActorKube.NodeAgent.Fencing;

/// <summary>
/// From the time that is left to whether the host is fenced. Pure. Closed below the margin; once closed it opens only above half of what a vouch lasts, so that a host at the edge of a
/// majority doesn't start and kill in turn. With 10 s and a margin of 2 s:
/// <code>
/// time left   9    2.1   2.0    4      5     5.1
/// fence      open  open  closed closed closed open
/// </code>
/// </summary>
internal static class FenceRule
{
    /// <param name="aliveFor">How much longer the host may take itself for alive; zero or less when it no longer may.</param>
    public static bool IsClosed(bool wasClosed, TimeSpan aliveFor, FencingOptions options) =>
        aliveFor <= options.Margin || (wasClosed && aliveFor <= options.FenceAfter / 2);
}
