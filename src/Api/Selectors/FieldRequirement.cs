namespace ActorKube.Api.Selectors;

/// <summary>One condition of a <see cref="FieldQuery"/>.</summary>
/// <param name="Field">Dotted name, such as <c>spec.nodeName</c>.</param>
/// <param name="Value">What the field has to be, unescaped.</param>
/// <param name="Negated">What the field must not be.</param>
public sealed record FieldRequirement(string Field, string Value, bool Negated = false)
{
    /// <param name="value">The field's value; null where the field is absent, which counts as empty.</param>
    public bool Matches(string? value) => (value ?? "") == Value != Negated;

    public override string ToString() => $"{Field}{(Negated ? "!=" : "=")}{FieldTerms.Escape(Value)}";
}
