using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Storage;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission;

/// <summary>A claim asks for more only when it is bound and its storage class lets volumes grow.</summary>
public sealed class ClaimGrowth : IAdmission
{
    private const string OldClass = "volume.beta.kubernetes.io/storage-class";

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        if (request is not { Operation: AdmissionOperation.Update, Subresource.Length: 0 } || value is not PersistentVolumeClaim next
            || request.Previous is not PersistentVolumeClaim previous || Size(next).CompareTo(Size(previous)) <= 0)
        {
            return;
        }

        if (previous.Status.Phase != "Bound")
        {
            throw Refused(request, "Only bound persistent volume claims can be expanded");
        }

        if (ClassOf(next) is not { Length: > 0 } name || name != ClassOf(previous)
            || request.View.Get(new ObjectKey("storageclasses.storage.k8s.io", "", name))?.Read<StorageClass>().AllowVolumeExpansion != true)
        {
            throw Refused(request, "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize");
        }
    }

    private static Api.Quantities.Quantity Size(PersistentVolumeClaim claim) => claim.Spec.Resources.Requests?.GetValueOrDefault("storage") ?? default;

    private static string? ClassOf(PersistentVolumeClaim claim) => claim.Metadata.Annotations?.GetValueOrDefault(OldClass) ?? claim.Spec.StorageClassName;

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden("persistentvolumeclaims", "", request.Key.Name, why);
}
