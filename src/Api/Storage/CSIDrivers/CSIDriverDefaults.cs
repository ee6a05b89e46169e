namespace ActorKube.Api.Storage;

internal static class CSIDriverDefaults
{
    public static CSIDriverSpec Apply(CSIDriverSpec spec) => spec with
    {
        AttachRequired = spec.AttachRequired ?? true,
        PodInfoOnMount = spec.PodInfoOnMount ?? false,
        StorageCapacity = spec.StorageCapacity ?? false,
        FsGroupPolicy = spec.FsGroupPolicy ?? "ReadWriteOnceWithFSType",
        VolumeLifecycleModes = spec.VolumeLifecycleModes is { Count: > 0 } modes ? modes : ["Persistent"],
        RequiresRepublish = spec.RequiresRepublish ?? false,
        SeLinuxMount = spec.SeLinuxMount ?? false,
    };
}
