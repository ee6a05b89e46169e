using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Storage;

internal static class StorageClassValidation
{
    private const int MaxParameters = 512;
    private const int MaxParameterBytes = 256 * 1024;

    private static readonly FieldPath Provisioner = FieldPath.Of("provisioner");
    private static readonly FieldPath Parameters = FieldPath.Of("parameters");
    private static readonly FieldPath ReclaimPolicy = FieldPath.Of("reclaimPolicy");
    private static readonly FieldPath BindingMode = FieldPath.Of("volumeBindingMode");

    public static void Validate(StorageClass value, FieldErrors errors)
    {
        if (value.Provisioner.Length == 0)
        {
            errors.Required(Provisioner);
        }
        else
        {
            var name = value.Provisioner.ToLowerInvariant();
            errors.InvalidAll(Provisioner, name, LabelSyntax.QualifiedName(name));
        }

        ValidateParameters(value.Parameters, errors);
        if (value.ReclaimPolicy is not (null or "" or "Delete" or "Retain"))
        {
            errors.NotSupported(ReclaimPolicy, value.ReclaimPolicy, ["Delete", "Retain"]);
        }

        ValidateBindingMode(value.VolumeBindingMode, errors);
        TopologyValidation.Validate(value.AllowedTopologies ?? [], FieldPath.Of("allowedTopologies"), errors);
    }

    public static void ValidateUpdate(StorageClass next, StorageClass previous, FieldErrors errors)
    {
        Validate(next, errors);
        if (!SameParameters(next.Parameters, previous.Parameters))
        {
            errors.Forbidden(Parameters, "updates to parameters are forbidden.");
        }

        if (next.Provisioner != previous.Provisioner)
        {
            errors.Forbidden(Provisioner, "updates to provisioner are forbidden.");
        }

        if (next.ReclaimPolicy != previous.ReclaimPolicy)
        {
            errors.Forbidden(ReclaimPolicy, "updates to reclaimPolicy are forbidden.");
        }

        errors.Immutable(BindingMode, next.VolumeBindingMode, previous.VolumeBindingMode);
    }

    private static void ValidateParameters(IReadOnlyDictionary<string, string>? parameters, FieldErrors errors)
    {
        if (parameters?.Count > MaxParameters)
        {
            errors.TooLong(Parameters, MaxParameters);
            return;
        }

        var total = 0L;
        foreach (var (key, value) in parameters ?? new Dictionary<string, string>())
        {
            total += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
            if (key.Length == 0)
            {
                errors.Invalid(Parameters, key, "field can not be empty.");
            }
        }

        if (total > MaxParameterBytes)
        {
            errors.TooLong(Parameters, MaxParameterBytes);
        }
    }

    private static void ValidateBindingMode(string? mode, FieldErrors errors)
    {
        switch (mode)
        {
            case null:
                errors.Required(BindingMode);
                break;
            case "Immediate" or "WaitForFirstConsumer":
                break;
            default:
                errors.NotSupported(BindingMode, mode, ["Immediate", "WaitForFirstConsumer"]);
                break;
        }
    }

    private static bool SameParameters(IReadOnlyDictionary<string, string>? a, IReadOnlyDictionary<string, string>? b) =>
        (a?.Count ?? 0) == (b?.Count ?? 0) && (a ?? new Dictionary<string, string>()).All(e => b!.TryGetValue(e.Key, out var value) && value == e.Value);
}
