using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Metadata of templates, which the generic checks of objects don't see.</summary>
internal static class PodMetadataChecks
{
    private const int MaxAnnotationBytes = 256 * 1024;

    public static void Annotations(IReadOnlyDictionary<string, string>? annotations, FieldPath path, FieldErrors errors)
    {
        var size = 0;
        foreach (var (key, value) in annotations.OrEmpty())
        {
            // Keys are matched without regard to case.
            errors.AllInvalid(path, key, LabelSyntax.QualifiedName(key.ToLowerInvariant()));
            size += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
        }

        if (size > MaxAnnotationBytes)
        {
            errors.TooLong(path, MaxAnnotationBytes);
        }
    }
}
