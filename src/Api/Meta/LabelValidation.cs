using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>Labels: qualified names with short values.</summary>
public static class LabelValidation
{
    private static readonly Dictionary<string, string> EmptyMap = [];

    public static void Validate(IReadOnlyDictionary<string, string>? labels, FieldPath path, FieldErrors errors)
    {
        foreach (var (key, value) in labels ?? EmptyMap)
        {
            errors.InvalidAll(path, key, LabelSyntax.QualifiedName(key));
            errors.InvalidAll(path, value, LabelSyntax.Value(value));
        }
    }
}
