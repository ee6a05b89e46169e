using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorKube.Api.Text;

/// <summary>Reads times of the form <c>2006-01-02T15:04:05Z</c>, also with fractions and offsets, as strictly as Go's <c>time.RFC3339</c>.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6"/>
internal ref struct Rfc3339
{
    private const string Layout = "2006-01-02T15:04:05Z07:00";
    private readonly string _text;
    private ReadOnlySpan<char> _rest;
    private string? _error;

    private Rfc3339(string text)
    {
        _text = text;
        _rest = text;
    }

    /// <param name="error">What Go says of a text that is no such time.</param>
    public static bool TryParse(string text, out DateTimeOffset time, [NotNullWhen(false)] out string? error)
    {
        var parser = new Rfc3339(text);
        time = parser.Read();
        error = parser._error;
        return error is null;
    }

    private DateTimeOffset Read()
    {
        var year = Number("2006", "year", 1, 9999);
        Literal('-');
        var month = Number("01", "month", 1, 12);
        Literal('-');
        var day = Number("02", "day", 1, 31);
        Literal('T');
        var hour = Number("15", "hour", 0, 23);
        Literal(':');
        var minute = Number("04", "minute", 0, 59);
        Literal(':');
        var second = Number("05", "second", 0, 59);
        var ticks = Fraction();
        var offset = Offset();
        if (_error is null && !_rest.IsEmpty)
        {
            _error = $"parsing time \"{_text}\": extra text: \"{_rest}\"";
        }

        if (_error is null && day > DateTime.DaysInMonth(year, month))
        {
            OutOfRange("day");
        }

        return _error is null ? Utc(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + ticks - offset.Ticks) : default;
    }

    private DateTimeOffset Utc(long ticks)
    {
        if (ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks)
        {
            return new DateTimeOffset(ticks, TimeSpan.Zero);
        }

        OutOfRange("year");
        return default;
    }

    private int Number(string element, string name, int least, int most)
    {
        if (_error is not null)
        {
            return 0;
        }

        if (_rest.Length < element.Length || !int.TryParse(_rest[..element.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            CannotParse(element);
            return 0;
        }

        _rest = _rest[element.Length..];
        if (number < least || number > most)
        {
            OutOfRange(name);
        }

        return number;
    }

    private void Literal(char expected)
    {
        if (_error is not null)
        {
            return;
        }

        if (_rest.IsEmpty || _rest[0] != expected)
        {
            CannotParse(expected.ToString());
            return;
        }

        _rest = _rest[1..];
    }

    /// <summary>Ticks of the fraction of a second; finer digits are cut.</summary>
    private long Fraction()
    {
        if (_error is not null || _rest.Length < 2 || _rest[0] is not ('.' or ',') || !char.IsAsciiDigit(_rest[1]))
        {
            return 0;
        }

        _rest = _rest[1..];
        var length = _rest.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? _rest : _rest[..length];
        _rest = _rest[digits.Length..];
        var ticks = 0L;
        for (var (i, unit) = (0, TimeSpan.TicksPerSecond / 10); i < digits.Length && unit > 0; i++, unit /= 10)
        {
            ticks += (digits[i] - '0') * unit;
        }

        return ticks;
    }

    private TimeSpan Offset()
    {
        if (_error is not null)
        {
            return default;
        }

        if (_rest.StartsWith('Z'))
        {
            _rest = _rest[1..];
            return default;
        }

        if (_rest.Length < 6 || _rest[0] is not ('+' or '-') || _rest[3] != ':'
            || !int.TryParse(_rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(_rest[4..6], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            CannotParse("Z07:00");
            return default;
        }

        if (hours > 24 || minutes > 60)
        {
            OutOfRange(hours > 24 ? "time zone offset hour" : "time zone offset minute");
        }

        var offset = new TimeSpan(hours, minutes, 0);
        var isBehind = _rest[0] == '-';
        _rest = _rest[6..];
        return isBehind ? -offset : offset;
    }

    private void CannotParse(string element) => _error = $"parsing time \"{_text}\" as \"{Layout}\": cannot parse \"{_rest}\" as \"{element}\"";

    private void OutOfRange(string what) => _error ??= $"parsing time \"{_text}\": {what} out of range";
}
