using System.Globalization;

namespace ActorKube.Api.Text;

/// <summary>Times of RFC 3339 as Go's time.Parse reads them, with its errors: one reader for metav1.Time and metav1.MicroTime.</summary>
public ref struct GoTime
{
    private const string Seconds = "2006-01-02T15:04:05Z07:00";
    private const string Micros = "2006-01-02T15:04:05.000000Z07:00";
    private const int MicroDigits = 6;
    private readonly string _text;
    private readonly string _layout;
    private int _at;
    private string? _error;

    private GoTime(string text, bool isMicro) => (_text, _layout) = (text, isMicro ? Micros : Seconds);

    /// <param name="isMicro">Exactly six decimals of the second are required; otherwise any number of them may be there.</param>
    /// <param name="error">Why the text is none, in Go's words; null on success.</param>
    public static bool TryParse(string text, bool isMicro, out DateTimeOffset time, out string? error)
    {
        var reader = new GoTime(text, isMicro);
        time = reader.Read(isMicro);
        error = reader._error;
        return error is null;
    }

    private DateTimeOffset Read(bool isMicro)
    {
        var year = Number("2006", 4, 4);
        Literal("-");
        var month = Number("01", 2, 2);
        InRange("month", month, 1, 12);
        Literal("-");
        var day = Number("02", 2, 2);
        Literal("T");
        var hour = Number("15", 1, 2);
        InRange("hour", hour, 0, 23);
        Literal(":");
        var minute = Number("04", 2, 2);
        InRange("minute", minute, 0, 59);
        Literal(":");
        var second = Number("05", 2, 2);
        InRange("second", second, 0, 59);
        var ticks = isMicro ? MicroFraction() : Fraction();
        var offset = Zone();
        if (_error is null && _at < _text.Length)
        {
            Fail($": extra text: \"{_text[_at..]}\"");
        }

        InRange("day", day, 1, _error is null && year > 0 ? DateTime.DaysInMonth(year, month) : 31);
        return _error is null && year > 0 ? At(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + ticks - offset.Ticks) : default;
    }

    /// <summary>An offset may lead out of the years that there are.</summary>
    private DateTimeOffset At(long utcTicks)
    {
        if (utcTicks >= DateTime.MinValue.Ticks && utcTicks <= DateTime.MaxValue.Ticks)
        {
            return new DateTimeOffset(utcTicks, TimeSpan.Zero);
        }

        Fail(": year out of range");
        return default;
    }

    private int Number(string element, int fewest, int most)
    {
        var digits = 0;
        while (digits < most && _at + digits < _text.Length && char.IsAsciiDigit(_text[_at + digits]))
        {
            digits++;
        }

        if (digits < fewest)
        {
            Expected(element);
        }

        if (_error is not null)
        {
            return 0;
        }

        _at += digits;
        return int.Parse(_text.AsSpan(_at - digits, digits), CultureInfo.InvariantCulture);
    }

    private void Literal(string expected)
    {
        if (string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0)
        {
            _at += expected.Length;
        }
        else
        {
            Expected(expected);
        }
    }

    private void InRange(string what, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            Fail($": {what} out of range");
        }
    }

    /// <summary>Decimals of a second, where there are any, as ticks of 100 ns.</summary>
    private long Fraction()
    {
        if (_at + 1 >= _text.Length || _text[_at] is not ('.' or ',') || !char.IsAsciiDigit(_text[_at + 1]))
        {
            return 0;
        }

        var end = _at + 1;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        return Take(end);
    }

    private long MicroFraction()
    {
        var end = _at + 1 + MicroDigits;
        if (end > _text.Length || _text[_at] is not ('.' or ',') || _text.AsSpan(_at + 1, MicroDigits).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            Expected(".000000");
            return 0;
        }

        return Take(end);
    }

    private long Take(int end)
    {
        var digits = _text[(_at + 1)..end].PadRight(7, '0')[..7];
        _at = end;
        return long.Parse(digits, CultureInfo.InvariantCulture);
    }

    private TimeSpan Zone()
    {
        var rest = _text.AsSpan(Math.Min(_at, _text.Length));
        if (rest.StartsWith("Z"))
        {
            _at++;
            return TimeSpan.Zero;
        }

        if (rest is not ['+' or '-', _, _, ':', _, _, ..]
            || !int.TryParse(rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(rest[4..6], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            Expected("Z07:00");
            return TimeSpan.Zero;
        }

        InRange("time zone offset hour", hours, 0, 24);
        InRange("time zone offset minute", minutes, 0, 60);
        _at += 6;
        var offset = new TimeSpan(hours, minutes, 0);
        return rest[0] == '-' ? -offset : offset;
    }

    private void Expected(string element) => Fail($" as \"{_layout}\": cannot parse \"{_text[Math.Min(_at, _text.Length)..]}\" as \"{element}\"");

    /// <summary>The first error counts.</summary>
    private void Fail(string why) => _error ??= $"parsing time \"{_text}\"{why}";
}
