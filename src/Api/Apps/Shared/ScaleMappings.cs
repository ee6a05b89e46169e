using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

/// <summary>Texts of <c>/scale</c>.</summary>
internal static class ScaleMappings
{
    /// <summary>The selector as a scale's status shows it; stored selectors are valid.</summary>
    public static string Selector(LabelSelector? selector) => SelectorValidation.Query(selector)?.ToString() ?? "";
}
