namespace ActorKube.Api.Text;

/// <summary>The order of keys that go-yaml writes: runs of digits compare as numbers, other characters come before letters.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var afterDigit = false;
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] == b[i])
            {
                afterDigit = char.IsDigit(a[i]);
                continue;
            }

            return (char.IsLetter(a[i]), char.IsLetter(b[i])) switch
            {
                (true, true) => a[i].CompareTo(b[i]),
                (true, false) => afterDigit ? -1 : 1,
                (false, true) => afterDigit ? 1 : -1,
                _ => CompareNumbers(a, b, i),
            };
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int CompareNumbers(string a, string b, int at)
    {
        // Zeros count only after another digit: "10" against "1", but not "01" against "1".
        var start = (a[at] == '0' || b[at] == '0') && FollowsNonZero(a, at) ? 1L : 0L;
        var (left, leftEnd) = Number(a, at, start);
        var (right, rightEnd) = Number(b, at, start);
        return left != right ? left.CompareTo(right) : leftEnd != rightEnd ? leftEnd.CompareTo(rightEnd) : a[at].CompareTo(b[at]);
    }

    private static bool FollowsNonZero(string text, int at)
    {
        for (var i = at - 1; i >= 0 && char.IsAsciiDigit(text[i]); i--)
        {
            if (text[i] != '0')
            {
                return true;
            }
        }

        return false;
    }

    private static (long Value, int End) Number(string text, int at, long value)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            value = unchecked((value * 10) + (text[at++] - '0'));
        }

        return (value, at);
    }
}
