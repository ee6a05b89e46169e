using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>Annotations: qualified names in any case, limited in their sum.</summary>
public static class AnnotationValidation
{
    /// <summary>Most bytes that all keys and values may have together.</summary>
    public const int MaxTotalBytes = 256 * 1024;

    public static void Validate(IReadOnlyDictionary<string, string>? annotations, FieldPath path, FieldErrors errors)
    {
        if (annotations is null)
        {
            return;
        }

        var total = 0L;
        foreach (var (key, value) in annotations)
        {
            errors.InvalidAll(path, key, LabelSyntax.QualifiedName(key.ToLowerInvariant()));
            total += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
        }

        if (total > MaxTotalBytes)
        {
            errors.TooLong(path, MaxTotalBytes);
        }
    }
}
