using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>Volumes and claims stay as long as somebody uses them.</summary>
public sealed class StorageProtection : IAdmission
{
    public IApiObject Mutate(AdmissionRequest request, IApiObject value) => (request.Operation, value) switch
    {
        (AdmissionOperation.Create, PersistentVolumeClaim) => Protected(value, "kubernetes.io/pvc-protection"),
        (AdmissionOperation.Create, PersistentVolume) => Protected(value, "kubernetes.io/pv-protection"),
        _ => value,
    };

    private static IApiObject Protected(IApiObject value, string finalizer) => value.Metadata.Finalizers?.Contains(finalizer) == true
        ? value
        : value.With(value.Metadata with { Finalizers = [.. value.Metadata.Finalizers ?? [], finalizer] });
}
