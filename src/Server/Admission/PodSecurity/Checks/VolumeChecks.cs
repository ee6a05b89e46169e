using ActorKube.Api.Core;

namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>Volumes hold what the API gives or what claims name, and nothing else.</summary>
internal static class VolumeChecks
{
    public static readonly PodCheck[] All = [new("restrictedVolumes", SecurityLevel.Restricted, 0, Find) { Replaces = HostChecks.PathVolumes }];

    private static Violation? Find(PodSubject pod)
    {
        var bad = (pod.Spec.Volumes ?? []).Where(static v => !IsAllowed(v)).ToList();
        if (bad.Count == 0)
        {
            return null;
        }

        var types = bad.Select(TypeOf).Distinct().ToList();
        var names = $"{Offenders.Plural("volume", bad.Count)} {Offenders.Quoted(bad.Select(static v => v.Name))}";
        return new Violation("restricted volume types", $"{names} {(bad.Count == 1 ? "uses" : "use")} {Offenders.Plural("restricted volume type", types.Count)} {Offenders.Sorted(types)}");
    }

    private static bool IsAllowed(Volume volume) => volume is
        { ConfigMap: not null } or { Csi: not null } or { DownwardAPI: not null } or { EmptyDir: not null } or { Ephemeral: not null }
        or { PersistentVolumeClaim: not null } or { Projected: not null } or { Secret: not null };

    private static string TypeOf(Volume volume) => VolumeSources.Names(volume).FirstOrDefault() switch
    {
        null or "image" => "unknown",
        "cephFS" => "cephfs",
        var name => name,
    };
}
