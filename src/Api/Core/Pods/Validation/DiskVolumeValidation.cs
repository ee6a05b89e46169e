using System.Text.RegularExpressions;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Disks of clouds, and block devices over a network.</summary>
internal static partial class DiskVolumeValidation
{
    public static void Validate(Volume volume, string source, FieldPath path, FieldErrors errors)
    {
        var at = path.Child(source);
        switch (source)
        {
            case "gcePersistentDisk":
                // The errors have always been told under this name.
                errors.Present(path.Child("persistentDisk").Child("pdName"), volume.GcePersistentDisk!.PdName);
                Partition(volume.GcePersistentDisk.Partition, path.Child("persistentDisk"), errors);
                break;
            case "awsElasticBlockStore":
                errors.Present(at.Child("volumeID"), volume.AwsElasticBlockStore!.VolumeID);
                Partition(volume.AwsElasticBlockStore.Partition, at, errors);
                break;
            case "azureFile":
                errors.Present(at.Child("secretName"), volume.AzureFile!.SecretName);
                errors.Present(at.Child("shareName"), volume.AzureFile.ShareName);
                break;
            case "azureDisk":
                ValidateAzureDisk(volume.AzureDisk!, at, errors);
                break;
            case "vsphereVolume":
                errors.Present(at.Child("volumePath"), volume.VsphereVolume!.VolumePath);
                break;
            case "photonPersistentDisk":
                errors.Present(at.Child("pdID"), volume.PhotonPersistentDisk!.PdID);
                break;
            case "iscsi":
                ValidateIscsi(volume.Iscsi!, at, errors);
                break;
            case "fc":
                ValidateFibreChannel(volume.Fc!, at, errors);
                break;
            default:
                break;
        }
    }

    private static void Partition(int partition, FieldPath path, FieldErrors errors)
    {
        // 0 means none, which the message doesn't say.
        if (partition is < 0 or > 255)
        {
            errors.Invalid(path.Child("partition"), partition, SyntaxMessages.Range(1, 255));
        }
    }

    private static void ValidateAzureDisk(AzureDiskVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("diskName"), source.DiskName);
        errors.Present(path.Child("diskURI"), source.DiskURI);
        errors.OneOfOrEmpty(path.Child("cachingMode"), source.CachingMode, "None", "ReadOnly", "ReadWrite");
        errors.OneOfOrEmpty(path.Child("kind"), source.Kind, "Dedicated", "Managed", "Shared");
        var managed = source.Kind == "Managed";
        if (source.Kind is not null && !source.DiskURI.StartsWith(managed ? "/subscriptions/" : "https://", StringComparison.Ordinal))
        {
            errors.NotSupported(path.Child("diskURI"), source.DiskURI,
            [
                managed
                    ? "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"
                    : "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd",
            ]);
        }
    }

    private static void ValidateIscsi(ISCSIVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("targetPortal"), source.TargetPortal);
        if (errors.Present(path.Child("iqn"), source.Iqn))
        {
            QualifiedName(source.Iqn, path.Child("iqn"), errors);
        }

        if (source.Lun is < 0 or > 255)
        {
            errors.Invalid(path.Child("lun"), source.Lun, SyntaxMessages.Range(0, 255));
        }

        if ((source.ChapAuthDiscovery || source.ChapAuthSession) && source.SecretRef is null)
        {
            errors.Required(path.Child("secretRef"));
        }

        if (source.InitiatorName is { } initiator)
        {
            QualifiedName(initiator, path.Child("initiatorname"), errors);
        }
    }

    private static void QualifiedName(string name, FieldPath path, FieldErrors errors)
    {
        var (known, valid) = name switch
        {
            _ when name.StartsWith("iqn", StringComparison.Ordinal) => (true, Iqn().IsMatch(name)),
            _ when name.StartsWith("eui", StringComparison.Ordinal) => (true, Eui().IsMatch(name)),
            _ when name.StartsWith("naa", StringComparison.Ordinal) => (true, Naa().IsMatch(name)),
            _ => (false, false),
        };
        if (!valid)
        {
            errors.Invalid(path, name, known ? "must be valid format" : "must be valid format starting with iqn, eui, or naa");
        }
    }

    private static void ValidateFibreChannel(FCVolumeSource source, FieldPath path, FieldErrors errors)
    {
        var (targets, wwids) = (source.TargetWWNs.OrEmpty(), source.Wwids.OrEmpty());
        if (targets.Count == 0 && wwids.Count == 0)
        {
            errors.Required(path.Child("targetWWNs"), "must specify either targetWWNs or wwids, but not both");
        }

        if (targets.Count > 0 && wwids.Count > 0)
        {
            errors.Invalid(path.Child("targetWWNs"), GoText.List("string", targets), "targetWWNs and wwids can not be specified simultaneously");
        }

        if (targets.Count > 0 && source.Lun is null)
        {
            errors.Required(path.Child("lun"), "lun is required if targetWWNs is specified");
        }
        else if (targets.Count > 0 && source.Lun is < 0 or > 255)
        {
            errors.Invalid(path.Child("lun"), source.Lun, SyntaxMessages.Range(0, 255));
        }
    }

    [GeneratedRegex(@"iqn\.[0-9]{4}-[0-9]{2}\.([0-9A-Za-z\-.]+)(:[^,;*&$|\s]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iqn();

    [GeneratedRegex(@"\Aeui.[0-9A-Za-z]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Eui();

    [GeneratedRegex(@"\Anaa.[0-9A-Za-z]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Naa();
}
