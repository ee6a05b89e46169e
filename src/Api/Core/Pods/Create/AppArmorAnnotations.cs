namespace ActorKube.Api.Core;

/// <summary>AppArmor profiles are fields, and were annotations: a new pod gets each from the other, so that old and new readers agree.</summary>
internal static class AppArmorAnnotations
{
    public static Pod Sync(Pod pod)
    {
        if (OperatingSystemValidation.IsWindows(pod.Spec))
        {
            return pod;
        }

        var ofPod = pod.Spec.SecurityContext?.AppArmorProfile;
        var annotations = pod.Metadata.Annotations.OrEmpty();
        var added = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var container in PodContainers.All(pod.Spec))
        {
            var key = ProfileAnnotations.AppArmorPrefix + container.Name;
            if (!annotations.ContainsKey(key) && ToAnnotation(container.SecurityContext?.AppArmorProfile ?? ofPod) is { } text)
            {
                added[key] = text;
            }
        }

        var spec = !annotations.Keys.Any(static k => k.StartsWith(ProfileAnnotations.AppArmorPrefix, StringComparison.Ordinal)) ? pod.Spec : pod.Spec with
        {
            Containers = pod.Spec.Containers.Each(Fill),
            InitContainers = pod.Spec.InitContainers.Each(Fill),
            EphemeralContainers = pod.Spec.EphemeralContainers.Each(e => e.Change(Fill)),
        };
        return added.Count == 0 ? pod with { Spec = spec } : pod with
        {
            Spec = spec,
            Metadata = pod.Metadata with { Annotations = annotations.Concat(added).ToDictionary(StringComparer.Ordinal) },
        };

        Container Fill(Container container) => container.SecurityContext?.AppArmorProfile is null
            && annotations.TryGetValue(ProfileAnnotations.AppArmorPrefix + container.Name, out var text)
            && FromAnnotation(text) is { } profile && profile != ofPod
            ? container with { SecurityContext = (container.SecurityContext ?? new SecurityContext()) with { AppArmorProfile = profile } }
            : container;
    }

    /// <summary>The profile that an annotation means; null for a text that means none.</summary>
    public static AppArmorProfile? FromAnnotation(string text) => text switch
    {
        ProfileAnnotations.AppArmorUnconfined => new AppArmorProfile { Type = SecurityProfileValidation.Unconfined },
        ProfileAnnotations.AppArmorRuntimeDefault => new AppArmorProfile { Type = SecurityProfileValidation.RuntimeDefault },
        _ when text.StartsWith(ProfileAnnotations.LocalhostPrefix, StringComparison.Ordinal)
            && text[ProfileAnnotations.LocalhostPrefix.Length..] is { Length: > 0 } name && name.Trim() == name =>
            new AppArmorProfile { Type = SecurityProfileValidation.Localhost, LocalhostProfile = name },
        _ => null,
    };

    private static string? ToAnnotation(AppArmorProfile? profile) => profile switch
    {
        { Type: SecurityProfileValidation.Unconfined } => ProfileAnnotations.AppArmorUnconfined,
        { Type: SecurityProfileValidation.RuntimeDefault } => ProfileAnnotations.AppArmorRuntimeDefault,
        { Type: SecurityProfileValidation.Localhost, LocalhostProfile: { } name } => ProfileAnnotations.LocalhostPrefix + name,
        _ => null,
    };
}
