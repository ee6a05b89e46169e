namespace ActorKube.Api.Selectors;

/// <summary>One of a selector's <c>matchExpressions</c>.</summary>
/// <param name="Key">The label.</param>
/// <param name="Operator"><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>.</param>
/// <param name="Values">None for the last two operators.</param>
public readonly record struct LabelExpression(string Key, string Operator, IReadOnlyList<string>? Values)
{
    /// <exception cref="SelectorException">The operator is unknown, or the key or values don't fit.</exception>
    public LabelRequirement ToRequirement()
    {
        var op = Operator switch
        {
            "In" => LabelOperator.In,
            "NotIn" => LabelOperator.NotIn,
            "Exists" => LabelOperator.Exists,
            "DoesNotExist" => LabelOperator.DoesNotExist,
            _ => throw new SelectorException($"{LabelRequirement.Quote(Operator)} is not a valid label selector operator"),
        };
        return LabelRequirement.Create(Key, op, [.. Values ?? []]);
    }
}
