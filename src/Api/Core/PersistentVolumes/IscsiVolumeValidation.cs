using System.Text.RegularExpressions;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Volumes over iSCSI.</summary>
internal static partial class IscsiVolumeValidation
{
    /// <summary>Most characters of volume and portal together, where an initiator is made of them.</summary>
    private const int MaxNames = 64;

    public static void Validate(ISCSIPersistentVolumeSource source, string volumeName, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("targetPortal"), source.TargetPortal);
        if (source.InitiatorName is not null && volumeName.Length + 1 + source.TargetPortal.Length > MaxNames)
        {
            errors.Invalid(
                path.Child("targetportal"), source.TargetPortal,
                "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.");
        }

        if (errors.Present(path.Child("iqn"), source.Iqn))
        {
            ValidateName(source.Iqn, path.Child("iqn"), errors);
        }

        if (source.Lun is < 0 or > 255)
        {
            errors.Invalid(path.Child("lun"), source.Lun, SyntaxMessages.Range(0, 255));
        }

        if ((source.ChapAuthDiscovery || source.ChapAuthSession) && source.SecretRef is null)
        {
            errors.Required(path.Child("secretRef"));
        }

        if (source.SecretRef is { } secret)
        {
            errors.Present(path.Child("secretRef").Child("name"), secret.Name);
        }

        if (source.InitiatorName is { } initiator)
        {
            ValidateName(initiator, path.Child("initiatorname"), errors);
        }
    }

    private static void ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        if (!QualifiedName().IsMatch(name))
        {
            errors.Invalid(path, name, "must be valid format");
        }
    }

    [GeneratedRegex(@"\A(?:(?=iqn).*iqn\.[0-9]{4}-[0-9]{2}\.[0-9A-Za-z\-.]+:[^,;*&$|\s]+|eui.[0-9A-Za-z]{16}|naa.[0-9A-Za-z]{32})\z", RegexOptions.CultureInvariant)]
    private static partial Regex QualifiedName();
}
