namespace ActorKube.NodeAgent.Fencing;

/// <summary>When a host that hears of no majority any more stops what must not run twice.</summary>
public sealed record FencingOptions
{
    /// <summary>How long a vouch holds. Default 10 s; the membership's own, on which all hosts of a cluster agree.</summary>
    public TimeSpan FenceAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The fence closes so long before the last vouch ends, so that everything has ended when it does. Default 2 s: a kill takes 50 ms, 110 of them on a busy engine below 1 s.
    /// </summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The time left is looked at so often, since a new view can shorten it at once. Default 500 ms, a quarter of <see cref="Margin"/>.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>As the defaults are to each other: a margin of a fifth, at most 2 s, and looks of a quarter of that.</summary>
    public static FencingOptions For(TimeSpan fenceAfter)
    {
        var (defaults, fifth) = (new FencingOptions(), fenceAfter / 5);
        return fifth >= defaults.Margin ? defaults with { FenceAfter = fenceAfter } : new FencingOptions { FenceAfter = fenceAfter, Margin = fifth, Period = fifth / 4 };
    }

    /// <exception cref="ArgumentException">Times that contradict each other.</exception>
    public void Validate()
    {
        if (Period <= TimeSpan.Zero || Margin <= Period || FenceAfter <= 2 * Margin)
        {
            throw new ArgumentException("a fence looks more often than its margin is long, and its margin is less than half of the time after which it fences");
        }
    }
}
