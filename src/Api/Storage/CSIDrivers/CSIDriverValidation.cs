using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Storage;

internal static class CSIDriverValidation
{
    /// <summary>Shortest life of a token, in seconds.</summary>
    private const long MinExpiration = 600;

    /// <summary>Longest life of a token, in seconds.</summary>
    private const long MaxExpiration = 1L << 32;

    private static readonly FieldPath Spec = FieldPath.Of("spec");

    // The field's name in messages differs from the one in JSON.
    private static readonly FieldPath AttachRequired = Spec.Child("attachedRequired");
    private static readonly FieldPath LifecycleModes = Spec.Child("volumeLifecycleModes");

    public static void Validate(CSIDriver driver, FieldErrors errors)
    {
        var spec = driver.Spec;
        RequireValue(spec.AttachRequired, AttachRequired, errors);
        RequireValue(spec.PodInfoOnMount, Spec.Child("podInfoOnMount"), errors);
        RequireValue(spec.StorageCapacity, Spec.Child("storageCapacity"), errors);
        if (spec.FsGroupPolicy is not (null or "File" or "None" or "ReadWriteOnceWithFSType"))
        {
            errors.NotSupported(Spec.Child("fsGroupPolicy"), spec.FsGroupPolicy, ["File", "None", "ReadWriteOnceWithFSType"]);
        }

        ValidateTokens(spec.TokenRequests ?? [], Spec.Child("tokenRequests"), errors);
        foreach (var mode in (spec.VolumeLifecycleModes ?? []).Where(m => m is not ("Persistent" or "Ephemeral")))
        {
            errors.NotSupported(LifecycleModes, mode, ["Persistent", "Ephemeral"]);
        }

        RequireValue(spec.SeLinuxMount, Spec.Child("seLinuxMount"), errors);
    }

    public static void ValidateUpdate(CSIDriver next, CSIDriver previous, FieldErrors errors)
    {
        Validate(next, errors);
        errors.Immutable(AttachRequired, next.Spec.AttachRequired, previous.Spec.AttachRequired);
        if (!(next.Spec.VolumeLifecycleModes ?? []).SequenceEqual(previous.Spec.VolumeLifecycleModes ?? []))
        {
            errors.Invalid(LifecycleModes, GoText.List("storage.VolumeLifecycleMode", next.Spec.VolumeLifecycleModes), FieldErrorsExtensions.ImmutableMessage);
        }
    }

    private static void RequireValue(bool? value, FieldPath path, FieldErrors errors)
    {
        if (value is null)
        {
            errors.Required(path);
        }
    }

    private static void ValidateTokens(IReadOnlyList<TokenRequest> requests, FieldPath path, FieldErrors errors)
    {
        HashSet<string> audiences = new(StringComparer.Ordinal);
        foreach (var (i, request) in requests.Index())
        {
            if (!audiences.Add(request.Audience))
            {
                errors.Duplicate(path.Index(i).Child("audience"), request.Audience);
                continue;
            }

            switch (request.ExpirationSeconds)
            {
                case < MinExpiration:
                    errors.Invalid(path.Index(i).Child("expirationSeconds"), request.ExpirationSeconds, "may not specify a duration less than 10 minutes");
                    break;
                case > MaxExpiration:
                    errors.Invalid(path.Index(i).Child("expirationSeconds"), request.ExpirationSeconds, "may not specify a duration larger than 2^32 seconds");
                    break;
            }
        }
    }
}
