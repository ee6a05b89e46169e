using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Api.Selectors;

/// <summary>
/// A label selector: conditions on labels that all have to hold. Read from the text that <c>kubectl -l</c> sends, or from the
/// <c>matchLabels</c> and <c>matchExpressions</c> of an object. Immutable and thread-safe; requirements are ordered by key.
/// </summary>
public sealed class LabelQuery
{
    private readonly LabelRequirement[] _requirements;

    private LabelQuery(IEnumerable<LabelRequirement> requirements) =>
        _requirements = [.. requirements.OrderBy(r => r.Key, StringComparer.Ordinal)];

    /// <summary>Matches every object.</summary>
    public static LabelQuery Everything { get; } = new([]);

    /// <summary>Matches no object: what an absent selector means in most specs.</summary>
    public static LabelQuery Nothing { get; } = new([]);

    public IReadOnlyList<LabelRequirement> Requirements => _requirements;

    public bool IsEverything => _requirements.Length == 0 && !IsNothing;

    public bool IsNothing => ReferenceEquals(this, Nothing);

    /// <summary>Reads <c>a=b,c!=d,e in (x,y),f notin (z),g,!h,k&gt;1</c>; the empty text is everything.</summary>
    /// <exception cref="SelectorException">The text is no selector.</exception>
    public static LabelQuery Parse(string text) => Create(new LabelQueryParser(text).Parse());

    /// <summary>As <see cref="Parse"/>, with the message instead of an exception.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LabelQuery? query, [NotNullWhen(false)] out string? error)
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

    public static LabelQuery Create(IEnumerable<LabelRequirement> requirements)
    {
        var query = new LabelQuery(requirements);
        return query.IsEverything ? Everything : query;
    }

    /// <summary>Every label has to have its value. The labels are taken as valid.</summary>
    public static LabelQuery FromLabels(IEnumerable<KeyValuePair<string, string>> labels) =>
        Create(labels.Select(l => new LabelRequirement(l.Key, LabelOperator.Equals, l.Value)));

    /// <summary>The selector that an object holds. Without labels and expressions it matches everything.</summary>
    /// <exception cref="SelectorException">A label or an expression is not valid.</exception>
    public static LabelQuery FromSpec(IEnumerable<KeyValuePair<string, string>>? matchLabels, IEnumerable<LabelExpression>? matchExpressions) => Create(
    [
        .. (matchLabels ?? []).Select(l => LabelRequirement.Create(l.Key, LabelOperator.Equals, l.Value)),
        .. (matchExpressions ?? []).Select(e => e.ToRequirement()),
    ]);

    public bool Matches(IReadOnlyDictionary<string, string>? labels)
    {
        foreach (var requirement in _requirements)
        {
            if (!requirement.Matches(labels is not null && labels.TryGetValue(requirement.Key, out var value) ? value : null))
            {
                return false;
            }
        }

        return !IsNothing;
    }

    /// <param name="lookup">The value of a label; null where it is absent.</param>
    public bool Matches(Func<string, string?> lookup)
    {
        foreach (var requirement in _requirements)
        {
            if (!requirement.Matches(lookup(requirement.Key)))
            {
                return false;
            }
        }

        return !IsNothing;
    }

    /// <summary>The one value that the label must have; null if the query allows several. Indexes use it.</summary>
    public string? ExactValue(string key) => _requirements.FirstOrDefault(r => r.Key == key) is
        { Operator: LabelOperator.Equals or LabelOperator.DoubleEquals or LabelOperator.In, Values: [var value] } ? value : null;

    public override string ToString() => string.Join<LabelRequirement>(',', _requirements);
}
