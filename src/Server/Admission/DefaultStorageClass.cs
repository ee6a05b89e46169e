using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Storage;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>A claim that names no storage class gets the one that is marked as the default; of several the newest.</summary>
public sealed class DefaultStorageClass : IAdmission
{
    private const string Mark = "storageclass.kubernetes.io/is-default-class";
    private const string OldClass = "volume.beta.kubernetes.io/storage-class";

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (request.Operation != AdmissionOperation.Create || value is not PersistentVolumeClaim { Spec.StorageClassName: null } claim
            || claim.Metadata.Annotations?.ContainsKey(OldClass) == true)
        {
            return value;
        }

        var chosen = request.View.List("storageclasses.storage.k8s.io")
            .Select(o => o.Read<StorageClass>())
            .Where(c => c.Metadata.Annotations?.GetValueOrDefault(Mark) == "true")
            .OrderByDescending(c => c.Metadata.CreationTimestamp)
            .ThenBy(c => c.Metadata.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return chosen is null ? value : claim with { Spec = claim.Spec with { StorageClassName = chosen.Metadata.Name } };
    }
}
