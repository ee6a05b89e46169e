using System.Globalization;

namespace ActorKube.Server.Metrics;

/// <summary>Counts durations by size. Thread-safe, without locks: a page read meanwhile may miss the last ones.</summary>
internal sealed class DurationHistogram
{
    /// <summary>Upper bounds in seconds, those that Kubernetes counts its requests by.</summary>
    private static readonly double[] Bounds = [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60];

    private static readonly string[] Names = [.. Bounds.Select(b => b.ToString(CultureInfo.InvariantCulture)), "+Inf"];

    private readonly long[] _counts = new long[Bounds.Length + 1];
    private long _ticks;

    public void Add(TimeSpan duration)
    {
        var at = Array.BinarySearch(Bounds, duration.TotalSeconds);
        Interlocked.Increment(ref _counts[at < 0 ? ~at : at]);
        Interlocked.Add(ref _ticks, duration.Ticks);
    }

    public void Write(MetricText page, string name, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var total = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            total += Interlocked.Read(ref _counts[i]);
            page.Sample(name + "_bucket", total, [.. labels, ("le", Names[i])]);
        }

        page.Sample(name + "_sum", TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds, labels);
        page.Sample(name + "_count", total, labels);
    }
}
