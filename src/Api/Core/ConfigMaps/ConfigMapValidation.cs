using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Keys and size of configuration, and what its immutable flag protects.</summary>
internal static class ConfigMapValidation
{
    /// <summary>Most bytes of values in a ConfigMap or a Secret.</summary>
    public const int MaxTotalBytes = 1024 * 1024;

    public const string ImmutableMessage = "field is immutable when `immutable` is set";

    // What Kubernetes prints for the object as a whole.
    private static readonly FieldPath Whole = FieldPath.Of("[]");
    private static readonly FieldPath DataPath = FieldPath.Of("data");
    private static readonly FieldPath BinaryPath = FieldPath.Of("binaryData");

    public static void Validate(ConfigMap map, FieldErrors errors)
    {
        var total = 0L;
        foreach (var (key, value) in map.Data ?? new Dictionary<string, string>())
        {
            errors.InvalidAll(DataPath.Key(key), key, Identifiers.ConfigMapKey(key));
            if (map.BinaryData?.ContainsKey(key) ?? false)
            {
                errors.Invalid(DataPath.Key(key), key, "duplicate of key present in binaryData");
            }

            total += Encoding.UTF8.GetByteCount(value);
        }

        foreach (var (key, value) in map.BinaryData ?? new Dictionary<string, ReadOnlyMemory<byte>>())
        {
            errors.InvalidAll(BinaryPath.Key(key), key, Identifiers.ConfigMapKey(key));
            total += value.Length;
        }

        if (total > MaxTotalBytes)
        {
            errors.TooLong(Whole, MaxTotalBytes);
        }
    }

    public static void ValidateUpdate(ConfigMap next, ConfigMap previous, FieldErrors errors)
    {
        if (previous.Immutable is true)
        {
            ForbidUnless(next.Immutable is true, FieldPath.Of("immutable"));
            ForbidUnless(ApiEquality.Same(new ConfigMap { Data = next.Data }, new ConfigMap { Data = previous.Data }), DataPath);
            ForbidUnless(ApiEquality.Same(new ConfigMap { BinaryData = next.BinaryData }, new ConfigMap { BinaryData = previous.BinaryData }), BinaryPath);
        }

        ObjectMetaValidation.ValidateCreate(next.Metadata, ConfigMapKind.Kind, errors);
        Validate(next, errors);

        void ForbidUnless(bool same, FieldPath path)
        {
            if (!same)
            {
                errors.Forbidden(path, ImmutableMessage);
            }
        }
    }
}
