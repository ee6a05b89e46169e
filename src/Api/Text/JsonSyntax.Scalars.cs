namespace ActorKube.Api.Text;

// Texts, literals and numbers.
internal ref partial struct JsonSyntax
{
    private string? Text()
    {
        for (_position++; _position < _text.Length; _position++)
        {
            switch (_text[_position])
            {
                case (byte)'"':
                    _position++;
                    return null;
                case < 0x20:
                    return Unexpected("in string literal");
                case (byte)'\\':
                    if (++_position < _text.Length && !"\"\\/bfnrtu".Contains((char)_text[_position], StringComparison.Ordinal))
                    {
                        return Unexpected("in string escape code");
                    }

                    break;
            }
        }

        return Incomplete;
    }

    private string? Literal(string literal)
    {
        for (var i = 0; i < literal.Length; i++, _position++)
        {
            if (_position == _text.Length)
            {
                return Incomplete;
            }

            if (_text[_position] != literal[i])
            {
                return Unexpected($"in literal {literal} (expecting '{literal[i]}')");
            }
        }

        return null;
    }

    private string? Number()
    {
        Take('-');
        if (_position < _text.Length && Take('0'))
        {
            return Fraction();
        }

        return Digits("in numeric literal") ?? Fraction();
    }

    private string? Fraction()
    {
        if (_position < _text.Length && Take('.') && Digits("after decimal point in numeric literal") is { } error)
        {
            return error;
        }

        if (_position < _text.Length && (Take('e') || Take('E')))
        {
            _ = _position < _text.Length && (Take('+') || Take('-'));
            return Digits("in exponent of numeric literal");
        }

        return null;
    }

    private string? Digits(string where)
    {
        var start = _position;
        while (_position < _text.Length && char.IsAsciiDigit((char)_text[_position]))
        {
            _position++;
        }

        return _position > start ? null : _position == _text.Length ? Incomplete : Unexpected(where);
    }
}
