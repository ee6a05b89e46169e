using ActorKube.Server.Admission.PodSecurity.Checks;

namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>All rules, and what breaks them.</summary>
internal static class PodChecks
{
    /// <summary>In the order in which violations are told: the baseline first, each level by its rules' names.</summary>
    private static readonly PodCheck[] All =
    [
        .. new PodCheck[][]
        {
            AppArmorChecks.All, CapabilityChecks.All, HostChecks.All, PrivilegeChecks.All, ProcMountChecks.All,
            SeLinuxChecks.All, SeccompChecks.All, SysctlChecks.All, UserChecks.All, VolumeChecks.All, WindowsChecks.All,
        }.SelectMany(static c => c).OrderBy(static c => c.Level).ThenBy(static c => c.Id, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<Violation> Violations(SecurityStandard standard, PodSubject pod)
    {
        if (standard.Level == SecurityLevel.Privileged)
        {
            return [];
        }

        var version = standard.Minor ?? int.MaxValue;
        var rules = All.Where(c => c.Level <= standard.Level && c.Since <= version).GroupBy(static c => c.Id).Select(static forms => forms.MaxBy(static c => c.Since)!).ToList();
        var replaced = rules.Select(static c => c.Replaces).ToHashSet(StringComparer.Ordinal);
        return [.. rules.Where(c => !replaced.Contains(c.Id)).Select(c => c.Find(pod)).OfType<Violation>()];
    }

    /// <summary>As in <c>host namespaces (hostPID=true), privileged (container "c" must not ...)</c>.</summary>
    public static string Details(IEnumerable<Violation> violations) =>
        string.Join(", ", violations.Select(static v => v.Detail.Length == 0 ? v.Reason : $"{v.Reason} ({v.Detail})"));

    public static string Reasons(IEnumerable<Violation> violations) => string.Join(", ", violations.Select(static v => v.Reason));
}
