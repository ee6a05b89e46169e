using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// Completion indexes as intervals, the form in which a Job's status keeps them: <c>1,3-5,7</c>. Reading, writing and joining cost as much as there are intervals, so that 10,000
/// indexes that are done in order cost as little as one. Immutable.
/// </summary>
internal sealed class IndexSet
{
    private readonly ImmutableArray<Interval> _intervals;

    private IndexSet(ImmutableArray<Interval> intervals) => (_intervals, Count) = (intervals, intervals.Sum(static i => i.Last - i.First + 1));

    public static IndexSet Empty { get; } = new([]);

    /// <summary>How many indexes there are.</summary>
    public int Count { get; }

    /// <summary>Reads what is below the number of completions; what can't be read is passed over.</summary>
    public static IndexSet Parse(string? text, int completions) => string.IsNullOrEmpty(text) ? Empty : Join(
        JobIndexes.Intervals(text, int.MaxValue).Where(i => i.First < completions).Select(i => new Interval(i.First, Math.Min(i.Last, completions - 1))));

    public static IndexSet Of(IEnumerable<int> indexes) => Join(indexes.Order().Select(static i => new Interval(i, i)));

    public IndexSet With(IndexSet other) => other.Count == 0 ? this : Count == 0 ? other : Join(Merged(other));

    public IndexSet With(IReadOnlyCollection<int> indexes) => indexes.Count == 0 ? this : With(Of(indexes));

    public bool Has(int index)
    {
        var (low, high) = (0, _intervals.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _intervals[middle].Last < index ? (middle + 1, high) : (low, middle);
        }

        return low < _intervals.Length && _intervals[low].First <= index;
    }

    /// <summary>How many indexes are in both.</summary>
    public int CountIn(IndexSet other)
    {
        var count = 0;
        for (int i = 0, j = 0; i < _intervals.Length && j < other._intervals.Length;)
        {
            var (a, b) = (_intervals[i], other._intervals[j]);
            count += Math.Max(0, Math.Min(a.Last, b.Last) - Math.Max(a.First, b.First) + 1);
            _ = a.Last <= b.Last ? i++ : j++;
        }

        return count;
    }

    /// <summary>The indexes below the number of completions that aren't in the set, the lowest first.</summary>
    public IEnumerable<int> Missing(int completions)
    {
        var next = 0;
        foreach (var interval in _intervals)
        {
            for (; next < Math.Min(interval.First, completions); next++)
            {
                yield return next;
            }

            next = Math.Max(next, interval.Last + 1);
        }

        for (; next < completions; next++)
        {
            yield return next;
        }
    }

    /// <summary>Two neighbours are listed, three are an interval: <c>1,2,4-6</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (first, last) in _intervals)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{first}");
            if (last > first)
            {
                text.Append(last == first + 1 ? ',' : '-').Append(CultureInfo.InvariantCulture, $"{last}");
            }
        }

        return text.ToString();
    }

    private IEnumerable<Interval> Merged(IndexSet other)
    {
        var (i, j) = (0, 0);
        while (i < _intervals.Length || j < other._intervals.Length)
        {
            var takeOwn = j == other._intervals.Length || (i < _intervals.Length && _intervals[i].First < other._intervals[j].First);
            yield return takeOwn ? _intervals[i++] : other._intervals[j++];
        }
    }

    /// <summary>Takes intervals by their first index, and makes one of those that overlap or touch.</summary>
    private static IndexSet Join(IEnumerable<Interval> ordered)
    {
        var joined = ImmutableArray.CreateBuilder<Interval>();
        foreach (var interval in ordered)
        {
            if (joined.Count > 0 && interval.First <= joined[^1].Last + 1)
            {
                joined[^1] = joined[^1] with { Last = Math.Max(joined[^1].Last, interval.Last) };
            }
            else
            {
                joined.Add(interval);
            }
        }

        return new IndexSet(joined.ToImmutable());
    }

    private readonly record struct Interval(int First, int Last);
}
