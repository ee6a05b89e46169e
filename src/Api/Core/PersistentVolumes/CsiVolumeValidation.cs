using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Volumes of drivers that follow the container storage interface.</summary>
internal static class CsiVolumeValidation
{
    private const int MaxDriverName = 63;

    public static void Validate(CSIPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        ValidateDriver(source.Driver, path.Child("driver"), errors);
        errors.Present(path.Child("volumeHandle"), source.VolumeHandle);
        ValidateSecret(source.ControllerPublishSecretRef, path.Child("controllerPublishSecretRef"), errors);
        ValidateSecret(source.ControllerExpandSecretRef, path.Child("controllerExpandSecretRef"), errors);
        ValidateSecret(source.NodePublishSecretRef, path.Child("nodePublishSecretRef"), errors);
        ValidateSecret(source.NodeExpandSecretRef, path.Child("nodeExpandSecretRef"), errors);
    }

    private static void ValidateDriver(string driver, FieldPath path, FieldErrors errors)
    {
        errors.Present(path, driver);
        if (SyntaxMessages.IsLonger(driver, MaxDriverName))
        {
            errors.TooLong(path, MaxDriverName);
        }

        errors.InvalidAll(path, driver, DnsNames.Subdomain(driver.ToLowerInvariant()));
    }

    private static void ValidateSecret(SecretReference? secret, FieldPath path, FieldErrors errors)
    {
        if (secret is null)
        {
            return;
        }

        if (errors.Present(path.Child("name"), secret.Name))
        {
            errors.InvalidAll(path.Child("name"), secret.Name!, DnsNames.Subdomain(secret.Name!));
        }

        if (errors.Present(path.Child("namespace"), secret.Namespace))
        {
            errors.InvalidAll(path.Child("namespace"), secret.Namespace!, DnsNames.Label(secret.Namespace!));
        }
    }
}
