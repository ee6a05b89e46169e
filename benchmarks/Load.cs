using System.Diagnostics;

namespace ActorKube.Benchmarks;

/// <summary>Runs an operation many times by several clients at once.</summary>
internal static class Load
{
    /// <returns>Operations a second, and the milliseconds that each took, sorted.</returns>
    public static async Task<(double PerSecond, double[] Milliseconds)> RunAsync(int clients, int operations, Func<int, Task> operation)
    {
        var milliseconds = new double[operations];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < operations; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                await operation(i);
                milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })));
        var perSecond = operations / watch.Elapsed.TotalSeconds;
        Array.Sort(milliseconds);
        return (perSecond, milliseconds);
    }

    /// <param name="sorted">Ascending.</param>
    public static double Percentile(double[] sorted, double percent) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * percent / 100))];

    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : double.NaN;
}
