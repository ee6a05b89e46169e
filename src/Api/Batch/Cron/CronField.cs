using System.Globalization;

namespace ActorKube.Api.Batch;

/// <summary>The values that one field of a schedule matches.</summary>
/// <param name="Bits">Bit n is set when n matches.</param>
/// <param name="IsStar">The field was <c>*</c> or <c>?</c>, without steps: it says nothing.</param>
internal readonly record struct CronField(ulong Bits, bool IsStar)
{
    public bool Matches(int value) => (Bits >> value & 1) != 0;

    /// <summary>Reads <c>*</c>, <c>5</c>, <c>1-5</c>, <c>*/10</c>, <c>5/10</c>, <c>mon-fri</c> and lists of them.</summary>
    /// <exception cref="FormatException">The text is no such thing.</exception>
    public static CronField Parse(string text, CronBounds bounds) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => ParsePart(part, bounds))
        .Aggregate(default(CronField), static (a, b) => new(a.Bits | b.Bits, a.IsStar | b.IsStar));

    private static CronField ParsePart(string part, CronBounds bounds)
    {
        var steps = part.Split('/');
        var range = steps[0].Split('-');
        var star = range[0] is "*" or "?";
        var (first, last) = (bounds.Min, bounds.Max);
        if (!star)
        {
            first = bounds.Value(range[0]);
            last = range.Length switch
            {
                1 => first,
                2 => bounds.Value(range[1]),
                _ => throw new FormatException($"too many hyphens: {part}"),
            };
        }

        var step = 1L;
        if (steps.Length == 2)
        {
            step = CronBounds.Number(steps[1]);

            // 5/10 is 5-59/10.
            last = range.Length == 1 ? bounds.Max : last;
        }
        else if (steps.Length > 2)
        {
            throw new FormatException($"too many slashes: {part}");
        }

        Check(part, bounds, first, last, step);
        return new(BitsOf(first, last, Math.Min(step, bounds.Max + 1)), star && step <= 1);
    }

    private static void Check(string part, CronBounds bounds, long first, long last, long step)
    {
        FormattableString? error =
            first < bounds.Min ? $"beginning of range ({first}) below minimum ({bounds.Min}): {part}"
            : last > bounds.Max ? $"end of range ({last}) above maximum ({bounds.Max}): {part}"
            : first > last ? (FormattableString)$"beginning of range ({first}) beyond end of range ({last}): {part}"
            : step == 0 ? (FormattableString)$"step of range should be a positive number: {part}"
            : null;
        if (error is not null)
        {
            throw new FormatException(error.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static ulong BitsOf(long first, long last, long step)
    {
        var bits = 0UL;
        for (var value = first; value <= last; value += step)
        {
            bits |= 1UL << (int)value;
        }

        return bits;
    }
}
