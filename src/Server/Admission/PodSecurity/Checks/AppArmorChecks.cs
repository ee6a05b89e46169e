using ActorKube.Api.Core;

namespace ActorKube.Server.Admission.PodSecurity.Checks;

/// <summary>The default AppArmor profile is not taken away.</summary>
internal static class AppArmorChecks
{
    private const string AnnotationPrefix = "container.apparmor.security.beta.kubernetes.io/";

    public static readonly PodCheck[] All = [new("appArmorProfile", SecurityLevel.Baseline, 0, Find)];

    private static Violation? Find(PodSubject pod)
    {
        var isPodBad = IsBad(pod.Security?.AppArmorProfile);
        var bad = pod.Containers.Where(static c => IsBad(c.SecurityContext?.AppArmorProfile)).ToList();
        var annotations = (pod.Metadata.Annotations ?? new Dictionary<string, string>())
            .Where(static a => a.Key.StartsWith(AnnotationPrefix, StringComparison.Ordinal) && !IsAllowed(a.Value))
            .Select(static a => $"{a.Key}=\"{a.Value}\"").Order(StringComparer.Ordinal).ToList();
        var setters = Offenders.Setters(isPodBad, bad);
        if (annotations.Count > 0)
        {
            setters += (setters.Length == 0 ? "" : " and ") + Offenders.Plural("annotation", annotations.Count);
        }

        if (setters.Length == 0)
        {
            return null;
        }

        var types = bad.Select(static c => c.SecurityContext!.AppArmorProfile!.Type).Concat(isPodBad ? [pod.Security!.AppArmorProfile!.Type] : []).Distinct().Order(StringComparer.Ordinal);
        List<string> values = [.. types, .. annotations];
        return new Violation(Offenders.Plural("forbidden AppArmor profile", values.Count), $"{setters} must not set AppArmor profile type to {Offenders.Quoted(values)}");
    }

    private static bool IsBad(AppArmorProfile? profile) => profile is not null and not { Type: "RuntimeDefault" or "Localhost" };

    private static bool IsAllowed(string profile) => profile is "" or "runtime/default" || profile.StartsWith("localhost/", StringComparison.Ordinal);
}
