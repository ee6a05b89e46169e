using ActorKube.Api.Validation;

namespace ActorKube.Api.Selectors;

/// <summary>
/// Recursive descent over the grammar of label selectors, with the errors of Kubernetes:
/// <code>
/// selector    = [ requirement { "," requirement } ]
/// requirement = "!" key | key [ ("=" | "==" | "!=" | ">" | "&lt;") value | ("in" | "notin") "(" value { "," value } ")" ]
/// </code>
/// Values may be empty.
/// </summary>
internal sealed class LabelQueryParser(string text)
{
    private readonly List<LabelToken> _tokens = LabelToken.Scan(text);
    private int _position;

    public List<LabelRequirement> Parse()
    {
        List<LabelRequirement> requirements = [];
        var next = Peek();
        if (next.Kind is not (LabelTokenKind.Word or LabelTokenKind.Not or LabelTokenKind.End))
        {
            throw new SelectorException($"found '{next.Text}', expected: !, identifier, or 'end of string'");
        }

        while (next.Kind != LabelTokenKind.End)
        {
            requirements.Add(ParseRequirement());
            next = Take();
            if (next.Kind is not (LabelTokenKind.Comma or LabelTokenKind.End))
            {
                throw new SelectorException($"found '{next.Text}', expected: ',' or 'end of string'");
            }

            if (next.Kind == LabelTokenKind.Comma && Peek().Kind is not (LabelTokenKind.Word or LabelTokenKind.Not))
            {
                throw new SelectorException($"found '{Peek().Text}', expected: identifier after ','");
            }
        }

        return requirements;
    }

    private LabelRequirement ParseRequirement()
    {
        try
        {
            var negated = Peek().Kind == LabelTokenKind.Not;
            if (negated)
            {
                Take();
            }

            var key = ParseKey();
            if (negated)
            {
                return LabelRequirement.Create(key, LabelOperator.DoesNotExist);
            }

            if (Peek().Kind is LabelTokenKind.End or LabelTokenKind.Comma)
            {
                return LabelRequirement.Create(key, LabelOperator.Exists);
            }

            var op = ParseOperator();
            return LabelRequirement.Create(key, op, op is LabelOperator.In or LabelOperator.NotIn ? ParseValues() : [ParseValue()]);
        }
        catch (SelectorException e)
        {
            throw new SelectorException("unable to parse requirement: " + e.Message);
        }
    }

    private string ParseKey()
    {
        var token = Take();
        if (token.Kind != LabelTokenKind.Word)
        {
            throw Found(token, ", expected: identifier");
        }

        // Kubernetes has no path for the key and prints that.
        var errors = LabelSyntax.QualifiedName(token.Text);
        return errors.Count == 0 ? token.Text
            : throw new SelectorException($"<nil>: Invalid value: {LabelRequirement.Quote(token.Text)}: {string.Join("; ", errors)}");
    }

    private LabelOperator ParseOperator()
    {
        var token = _tokens[_position];
        Take();
        return token.Kind switch
        {
            LabelTokenKind.In => LabelOperator.In,
            LabelTokenKind.NotIn => LabelOperator.NotIn,
            LabelTokenKind.Equals => LabelOperator.Equals,
            LabelTokenKind.DoubleEquals => LabelOperator.DoubleEquals,
            LabelTokenKind.NotEquals => LabelOperator.NotEquals,
            LabelTokenKind.Greater => LabelOperator.GreaterThan,
            LabelTokenKind.Less => LabelOperator.LessThan,
            _ => throw Found(token, ", expected: in, notin, =, ==, !=, gt, lt"),
        };
    }

    private string ParseValue()
    {
        if (Peek().Kind is LabelTokenKind.End or LabelTokenKind.Comma)
        {
            return "";
        }

        var token = Take();
        return token.Kind == LabelTokenKind.Word ? token.Text : throw Found(token, ", expected: identifier");
    }

    private string[] ParseValues()
    {
        var token = Take();
        if (token.Kind != LabelTokenKind.Open)
        {
            throw Found(token, " expected: '('");
        }

        if (Peek().Kind is not (LabelTokenKind.Word or LabelTokenKind.Comma or LabelTokenKind.Close))
        {
            throw Found(Peek(), ", expected: ',', ')' or identifier");
        }

        SortedSet<string> values = new(StringComparer.Ordinal);
        while (true)
        {
            // An empty place between commas or parentheses is the empty value.
            var value = Peek().Kind switch
            {
                LabelTokenKind.Word => Take().Text,
                LabelTokenKind.Comma or LabelTokenKind.Close => "",
                _ => throw Found(Peek(), ", expected: ',', or identifier"),
            };
            values.Add(value);
            switch (Peek().Kind)
            {
                case LabelTokenKind.Close:
                    Take();
                    return [.. values];
                case LabelTokenKind.Comma:
                    Take();
                    break;
                default:
                    throw Found(Peek(), ", expected: ',' or ')'");
            }
        }
    }

    private static SelectorException Found(LabelToken token, string expected) => new($"found '{token.Text}'{expected}");

    private LabelToken Peek() => _tokens[_position].AsValue();

    private LabelToken Take()
    {
        var token = Peek();
        if (_position < _tokens.Count - 1)
        {
            _position++;
        }

        return token;
    }
}
