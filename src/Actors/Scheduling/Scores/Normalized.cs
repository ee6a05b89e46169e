namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>Brings raw numbers to the scale from 0 to 100, in their place.</summary>
internal static class Normalized
{
    private const double Most = 100;

    /// <summary>The largest gets 100; all get 0 if nobody has any.</summary>
    public static void MoreIsBetter(Span<double> values)
    {
        var max = Max(values);
        foreach (ref var value in values)
        {
            value = max > 0 ? value * Most / max : 0;
        }
    }

    /// <summary>Those with nothing get 100, the largest 0; all get 100 if nobody has any.</summary>
    public static void LessIsBetter(Span<double> values)
    {
        var max = Max(values);
        foreach (ref var value in values)
        {
            value = max > 0 ? Most - (value * Most / max) : Most;
        }
    }

    private static double Max(ReadOnlySpan<double> values)
    {
        var max = 0.0;
        foreach (var value in values)
        {
            max = Math.Max(max, value);
        }

        return max;
    }
}
