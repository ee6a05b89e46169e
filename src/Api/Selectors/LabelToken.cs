using System.Buffers;

namespace ActorKube.Api.Selectors;

internal enum LabelTokenKind
{
    End,
    Word,
    In,
    NotIn,
    Open,
    Close,
    Comma,
    Not,
    Equals,
    DoubleEquals,
    NotEquals,
    Greater,
    Less,
}

internal readonly record struct LabelToken(LabelTokenKind Kind, string Text)
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("=!(),>< \t\r\n\0");

    /// <summary><c>in</c> and <c>notin</c> are operators only where one can stand.</summary>
    public LabelToken AsValue() => Kind is LabelTokenKind.In or LabelTokenKind.NotIn ? this with { Kind = LabelTokenKind.Word } : this;

    /// <summary>Splits a selector into tokens; the last one is <see cref="LabelTokenKind.End"/>.</summary>
    public static List<LabelToken> Scan(string text)
    {
        List<LabelToken> tokens = [];
        var rest = text.AsSpan();
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n");
            var length = rest.IndexOfAny(Delimiters);
            if (rest.IsEmpty || length == 0 && rest[0] == '\0')
            {
                tokens.Add(new(LabelTokenKind.End, ""));
                return tokens;
            }

            var token = length == 0 ? Symbol(rest) : Word(length < 0 ? rest : rest[..length]);
            tokens.Add(token);
            rest = rest[token.Text.Length..];
        }
    }

    private static LabelToken Word(ReadOnlySpan<char> word) => word switch
    {
        "in" => new(LabelTokenKind.In, "in"),
        "notin" => new(LabelTokenKind.NotIn, "notin"),
        _ => new(LabelTokenKind.Word, word.ToString()),
    };

    private static LabelToken Symbol(ReadOnlySpan<char> rest) => rest switch
    {
        ['=', '=', ..] => new(LabelTokenKind.DoubleEquals, "=="),
        ['!', '=', ..] => new(LabelTokenKind.NotEquals, "!="),
        ['=', ..] => new(LabelTokenKind.Equals, "="),
        ['!', ..] => new(LabelTokenKind.Not, "!"),
        ['(', ..] => new(LabelTokenKind.Open, "("),
        [')', ..] => new(LabelTokenKind.Close, ")"),
        [',', ..] => new(LabelTokenKind.Comma, ","),
        ['>', ..] => new(LabelTokenKind.Greater, ">"),
        _ => new(LabelTokenKind.Less, "<"),
    };
}
