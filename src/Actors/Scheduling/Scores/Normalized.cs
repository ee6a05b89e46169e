namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>Brings raw numbers to the scale from 0 to 100.</summary>
internal static class Normalized
{
    private const double Most = 100;

    /// <summary>The largest gets 100; all get 0 if nobody has any.</summary>
    public static double[] MoreIsBetter(IEnumerable<double> raw)
    {
        var values = raw.ToArray();
        var max = values.DefaultIfEmpty().Max();
        return Array.ConvertAll(values, v => max > 0 ? v * Most / max : 0);
    }

    /// <summary>Those with nothing get 100, the largest 0; all get 100 if nobody has any.</summary>
    public static double[] LessIsBetter(IEnumerable<double> raw)
    {
        var values = raw.ToArray();
        var max = values.DefaultIfEmpty().Max();
        return Array.ConvertAll(values, v => max > 0 ? Most - (v * Most / max) : Most);
    }
}
