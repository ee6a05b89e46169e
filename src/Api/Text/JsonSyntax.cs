using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Text;

/// <summary>Finds the first syntax error of a text that isn't JSON, and names it as Go's encoding/json does.</summary>
internal ref partial struct JsonSyntax
{
    private const string Incomplete = "unexpected end of JSON input";
    private readonly ReadOnlySpan<byte> _text;
    private int _position;

    private JsonSyntax(ReadOnlySpan<byte> text) => _text = text;

    /// <returns>Null if the syntax is right.</returns>
    public static string? FindError(ReadOnlySpan<byte> text)
    {
        var syntax = new JsonSyntax(text);
        return syntax.Value(0) ?? (syntax.SkipSpace() ? syntax.Unexpected("after top-level value") : null);
    }

    private string? Value(int depth)
    {
        if (!SkipSpace())
        {
            return Incomplete;
        }

        if (depth >= JsonLimits.MaxDepth && _text[_position] is (byte)'{' or (byte)'[')
        {
            return Unexpected("exceeded max depth");
        }

        switch (_text[_position])
        {
            case (byte)'{':
                _position++;
                return Members(depth);
            case (byte)'[':
                _position++;
                return Items(depth);
            case (byte)'"':
                return Text();
            case (byte)'t':
                return Literal("true");
            case (byte)'f':
                return Literal("false");
            case (byte)'n':
                return Literal("null");
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return Number();
            default:
                return Unexpected("looking for beginning of value");
        }
    }

    private string? Members(int depth)
    {
        for (var first = true; ; first = false)
        {
            if (!SkipSpace())
            {
                return Incomplete;
            }

            if (first && Take('}'))
            {
                return null;
            }

            if (_text[_position] != '"')
            {
                return Unexpected("looking for beginning of object key string");
            }

            if ((Text() ?? Expect(':', "after object key") ?? Value(depth + 1)) is { } error)
            {
                return error;
            }

            if (SkipSpace() && Take('}'))
            {
                return null;
            }

            if (Expect(',', "after object key:value pair") is { } missing)
            {
                return missing;
            }
        }
    }

    private string? Items(int depth)
    {
        if (SkipSpace() && Take(']'))
        {
            return null;
        }

        while (true)
        {
            if (Value(depth + 1) is { } error)
            {
                return error;
            }

            if (SkipSpace() && Take(']'))
            {
                return null;
            }

            if (Expect(',', "after array element") is { } missing)
            {
                return missing;
            }
        }
    }

    private string? Expect(char expected, string where) => !SkipSpace() ? Incomplete : Take(expected) ? null : Unexpected(where);

    private bool Take(char expected)
    {
        var found = _text[_position] == expected;
        _position += found ? 1 : 0;
        return found;
    }

    /// <returns>False at the end of the text.</returns>
    private bool SkipSpace()
    {
        var more = _text[_position..].IndexOfAnyExcept(" \t\r\n"u8);
        _position = more < 0 ? _text.Length : _position + more;
        return more >= 0;
    }

    /// <summary>Go takes each byte for a character of its own.</summary>
    private readonly string Unexpected(string where) => $"invalid character {GoQuote.Character(new Rune(_text[_position]))} {where}";
}
