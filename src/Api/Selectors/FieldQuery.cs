using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Api.Selectors;

/// <summary>
/// A field selector: <c>metadata.name=x,spec.nodeName!=y</c>. Values escape backslash, comma and equals sign with a backslash.
/// An absent field counts as the empty text. Immutable and thread-safe.
/// </summary>
public sealed class FieldQuery
{
    private FieldQuery(IReadOnlyList<FieldRequirement> requirements) => Requirements = requirements;

    public static FieldQuery Everything { get; } = new([]);

    /// <summary>In the order of their texts.</summary>
    public IReadOnlyList<FieldRequirement> Requirements { get; }

    public bool IsEverything => Requirements.Count == 0;

    /// <exception cref="SelectorException">The text is no field selector.</exception>
    public static FieldQuery Parse(string text)
    {
        var terms = FieldTerms.Split(text).Order(StringComparer.Ordinal).Select(term => FieldTerms.Parse(term, text)).ToArray();
        return terms.Length == 0 ? Everything : new FieldQuery(terms);
    }

    /// <summary>As <see cref="Parse"/>, with the message instead of an exception.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldQuery? query, [NotNullWhen(false)] out string? error)
    {
        try
        {
            (query, error) = (Parse(text), null);
            return true;
        }
        catch (SelectorException e)
        {
            (query, error) = (null, e.Message);
            return false;
        }
    }

    public static FieldQuery Create(IEnumerable<FieldRequirement> requirements) => new([.. requirements]);

    /// <param name="lookup">The value of a field, as text; null where it is absent.</param>
    public bool Matches(Func<string, string?> lookup)
    {
        foreach (var requirement in Requirements)
        {
            if (!requirement.Matches(lookup(requirement.Field)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The one value that the field must have; null if the query allows several.</summary>
    public string? ExactValue(string field) => Requirements.FirstOrDefault(r => r.Field == field && !r.Negated)?.Value;

    public override string ToString() => string.Join(',', Requirements);
}
