using ActorKube.Api.Core;

namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>SELinux types are those of containers; users and roles are left alone.</summary>
internal static class SeLinuxChecks
{
    private const string Id = "seLinuxOptions";

    public static readonly PodCheck[] All =
    [
        new(Id, SecurityLevel.Baseline, 0, static pod => Find(pod, ["container_t", "container_init_t", "container_kvm_t"])),
        new(Id, SecurityLevel.Baseline, 31, static pod => Find(pod, ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"])),
    ];

    private static Violation? Find(PodSubject pod, string[] allowed)
    {
        bool IsBadType(SELinuxOptions options) => !string.IsNullOrEmpty(options.Type) && !allowed.Contains(options.Type);
        bool IsBad(SELinuxOptions? options) => options is not null && (IsBadType(options) || !string.IsNullOrEmpty(options.User) || !string.IsNullOrEmpty(options.Role));
        var isPodBad = IsBad(pod.Security?.SeLinuxOptions);
        var bad = pod.Containers.Where(c => IsBad(c.SecurityContext?.SeLinuxOptions)).ToList();
        var setters = Offenders.Setters(isPodBad, bad);
        if (setters.Length == 0)
        {
            return null;
        }

        List<SELinuxOptions> options = [.. bad.Select(static c => c.SecurityContext!.SeLinuxOptions!), .. isPodBad ? [pod.Security!.SeLinuxOptions!] : Array.Empty<SELinuxOptions>()];
        var types = options.Where(IsBadType).Select(static o => o.Type!).Distinct().ToList();
        string?[] details =
        [
            types.Count == 0 ? null : $"{Offenders.Plural("type", types.Count)} {Offenders.Sorted(types)}",
            options.Exists(static o => !string.IsNullOrEmpty(o.User)) ? "user may not be set" : null,
            options.Exists(static o => !string.IsNullOrEmpty(o.Role)) ? "role may not be set" : null,
        ];
        return new Violation("seLinuxOptions", $"{setters} set forbidden securityContext.seLinuxOptions: {string.Join("; ", details.OfType<string>())}");
    }
}
