using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>
/// How long something takes: always the same, or drawn from a distribution. In text <c>300ms</c>, <c>uniform(100ms,2s)</c>, <c>exponential(500ms)</c> by its mean,
/// or <c>lognormal(300ms,2s)</c> by its median and 99th percentile, as start times of containers are distributed.
/// </summary>
public sealed record SimulatedDelay
{
    /// <summary>Quantile of the standard normal distribution at 99%.</summary>
    private const double Percentile99 = 2.3263478740408408;

    /// <summary>A timer's limit, 49 days, with some to spare.</summary>
    private const double Longest = 40 * 86400;

    private readonly string _text;
    private readonly Func<Random, double> _seconds;

    private SimulatedDelay(string text, Func<Random, double> seconds) => (_text, _seconds) = (text, seconds);

    public static SimulatedDelay None { get; } = new("0s", static _ => 0);

    /// <exception cref="FormatException">It is none of the forms above.</exception>
    public static SimulatedDelay Parse(string text)
    {
        var parts = text.Split('(', ')', ',').Select(static p => p.Trim()).ToArray();
        return parts switch
        {
            [var fixedTime] => Constant(text, Seconds(fixedTime)),
            ["uniform", var low, var high, ""] when Seconds(low) <= Seconds(high) => Uniform(text, Seconds(low), Seconds(high)),
            ["exponential", var mean, ""] => Exponential(text, Seconds(mean)),
            ["lognormal", var median, var most, ""] when Seconds(median) > 0 && Seconds(median) <= Seconds(most) => LogNormal(text, Seconds(median), Seconds(most)),
            _ => throw new FormatException($"'{text}' is no time such as 300ms, uniform(100ms,2s), exponential(500ms) or lognormal(300ms,2s)"),
        };
    }

    /// <summary>Draws one number at most from the source.</summary>
    public TimeSpan Draw(Random random) => TimeSpan.FromSeconds(_seconds(random));

    public override string ToString() => _text;

    public bool Equals(SimulatedDelay? other) => other is not null && _text == other._text;

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static SimulatedDelay Constant(string text, double seconds) => new(text, _ => seconds);

    private static SimulatedDelay Uniform(string text, double low, double high) => new(text, random => low + ((high - low) * random.NextDouble()));

    private static SimulatedDelay Exponential(string text, double mean) => new(text, random => -mean * Math.Log(1 - random.NextDouble()));

    /// <summary>median * e^(sigma * z), with sigma such that the 99th percentile is met: 0.3 s and 2 s give ln(2 / 0.3) / 2.33 = 0.82.</summary>
    private static SimulatedDelay LogNormal(string text, double median, double most)
    {
        var sigma = Math.Log(most / median) / Percentile99;
        return new SimulatedDelay(text, random => median * Math.Exp(sigma * Normal(random.NextDouble())));
    }

    /// <summary>A quantile of the standard normal distribution by Shore's approximation, right to 0.02 from 0.1% to 99.9%: one draw for one number, so that runs of a seed stay in step.</summary>
    private static double Normal(double uniform)
    {
        var p = Math.Clamp(uniform, 1e-9, 1 - 1e-9);
        return p >= 0.5 ? 5.5556 * (1 - Math.Pow((1 - p) / p, 0.1186)) : -Normal(1 - p);
    }

    private static double Seconds(string text)
    {
        var (suffix, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (2, 0.001) : text.EndsWith('s') ? (1, 1.0) : text.EndsWith('m') ? (1, 60.0) : text.EndsWith('h') ? (1, 3600.0) : (0, 0);
        return suffix > 0 && double.TryParse(text[..^suffix], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * unit <= Longest
            ? number * unit
            : throw new FormatException($"'{text}' is no time such as 300ms, 2s, 5m or 1h");
    }
}
