using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Objects;

namespace ActorKube.Network.Policies.Rules;

internal static class LabelQueries
{
    /// <exception cref="SelectorException">It isn't valid.</exception>
    public static LabelQuery Of(LabelSelector selector) =>
        LabelQuery.FromSpec(selector.MatchLabels, selector.MatchExpressions?.Select(static e => new LabelExpression(e.Key, e.Operator, e.Values ?? [])));

    /// <summary>As Matches, for the labels of an object that isn't parsed.</summary>
    public static bool Selects(this LabelQuery query, ObjectLabels labels)
    {
        var requirements = query.Requirements;
        for (var i = 0; i < requirements.Count; i++)
        {
            if (!requirements[i].Matches(labels[requirements[i].Key]))
            {
                return false;
            }
        }

        return !query.IsNothing;
    }
}
