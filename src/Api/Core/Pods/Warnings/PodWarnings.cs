using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>What is allowed in a pod, but surely not meant. Wording and order are those of Kubernetes v1.32.</summary>
public static class PodWarnings
{
    // Of ports each may clash with all others; nobody is shown more than a few.
    private const int MaxOfAKind = 100;

    private static readonly (string Key, string Message)[] DeadAnnotations =
    [
        ("scheduler.alpha.kubernetes.io/critical-pod", "non-functional in v1.16+; use the \"priorityClassName\" field instead"),
        ("security.alpha.kubernetes.io/sysctls", "non-functional in v1.11+; use the \"sysctls\" field instead"),
        ("security.alpha.kubernetes.io/unsafe-sysctls", "non-functional in v1.11+; use the \"sysctls\" field instead"),
    ];

    /// <summary>Warnings of a new pod.</summary>
    public static IReadOnlyList<string> Of(Pod pod)
    {
        var name = DnsNames.Label(pod.Metadata.Name ?? "");
        return
        [
            .. name.Count == 0 ? (IEnumerable<string>)[] :
                [$"metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [{string.Join(' ', name)}]"],
            .. Of(pod.Spec, pod.Metadata, FieldPath.Of("metadata"), FieldPath.Of("spec"), inTemplate: false),
        ];
    }

    /// <param name="path">Where the template is.</param>
    public static IReadOnlyList<string> Of(PodTemplateSpec template, FieldPath path) =>
        [.. Of(template.Spec, template.Metadata, path.Child("metadata"), path.Child("spec"), inTemplate: true)];

    private static IEnumerable<string> Of(PodSpec spec, ObjectMeta metadata, FieldPath metadataPath, FieldPath path, bool inTemplate)
    {
        var annotations = metadata.Annotations.OrEmpty();
        var annotationsPath = metadataPath.Child("annotations");
        return
        [
            .. PlacementWarnings.Nodes(spec, path),
            .. DeadAnnotations.Where(a => annotations.ContainsKey(a.Key)).Select(a => $"{annotationsPath.Key(a.Key)}: {a.Message}"),
            .. VolumeWarnings.Of(spec.Volumes.OrEmpty(), path.Child("volumes")),
            .. Repeated(spec.HostAliases.OrEmpty().Select(static a => a.Ip), path.Child("hostAliases"), "ip"),
            .. Repeated(spec.ImagePullSecrets.OrEmpty().Select(static s => s.Name ?? ""), path.Child("imagePullSecrets"), "name"),
            .. spec.ImagePullSecrets.OrEmpty().Select((secret, i) => (secret, i)).Where(static s => s.secret.Name is null)
                .Select(s => $"{path.Child("imagePullSecrets").Index(s.i).Child("name")}: invalid empty name \"\""),
            .. ContainerWarnings.Fractions(spec.Overhead, path.Child("overhead")),
            .. ContainerWarnings.Of(spec, annotations, annotationsPath, path, inTemplate),
            .. PortWarnings.Of(spec, path).Take(MaxOfAKind),
            .. spec.TerminationGracePeriodSeconds < 0
                ? (IEnumerable<string>)[$"{path.Child("terminationGracePeriodSeconds")}: must be >= 0; negative values are invalid and will be treated as 1"] : [],
            .. PlacementWarnings.Pods(spec, path.Child("affinity")),
        ];
    }

    /// <summary>Warnings of a new pod as the client sent it: of profiles in annotations, which preparing the pod makes into fields.</summary>
    public static IReadOnlyList<string> OfRequest(Pod pod) => OperatingSystemValidation.IsWindows(pod.Spec) || pod.Metadata.Annotations is null ? [] :
    [
        .. from container in PodContainers.All(pod.Spec)
           let key = ProfileAnnotations.AppArmorPrefix + container.Name
           where container.SecurityContext?.AppArmorProfile is null
               && pod.Metadata.Annotations.TryGetValue(key, out var text)
               && AppArmorAnnotations.FromAnnotation(text) is var profile && (profile is null || profile != pod.Spec.SecurityContext?.AppArmorProfile)
           select $"{FieldPath.Of("metadata").Child("annotations").Key(key)}: deprecated since v1.30; use the \"appArmorProfile\" field instead",
    ];

    private static IEnumerable<string> Repeated(IEnumerable<string> items, FieldPath path, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var item in items)
        {
            if (!seen.Add(item))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{path.Index(index).Child(field)}: duplicate {field} {GoValue.Quote(item)}");
            }

            index++;
        }
    }
}
