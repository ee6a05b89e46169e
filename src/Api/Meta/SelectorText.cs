using ActorKube.Api.Selectors;

namespace ActorKube.Api.Meta;

/// <summary>Label selectors of objects as tables and the scale subresource show them.</summary>
public static class SelectorText
{
    /// <summary><c>a=b,c in (d,e)</c>; &lt;none&gt; for a selector without conditions or without a meaning.</summary>
    public static string Of(LabelSelector? selector)
    {
        try
        {
            var text = selector is null ? "" : LabelQuery.FromSpec(
                selector.MatchLabels,
                selector.MatchExpressions?.Select(e => new LabelExpression(e.Key, e.Operator, e.Values))).ToString();
            return text.Length == 0 ? "<none>" : text;
        }
        catch (SelectorException)
        {
            return "<error>";
        }
    }
}
