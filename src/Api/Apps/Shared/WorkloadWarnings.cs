using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Apps;

/// <summary>Warnings that writes of workloads earn.</summary>
internal static class WorkloadWarnings
{
    /// <summary>Those of a kind whose name becomes part of its pods' names.</summary>
    public static IReadOnlyList<string> Of<T>(T value, T? previous, Func<T, PodTemplateSpec?> template)
        where T : class, IApiObject => [.. Name(value, previous), .. Template(value, previous, template)];

    /// <summary>True for a new object and for one whose specification changed.</summary>
    public static bool Concern(IApiObject value, IApiObject? previous) => previous is null || value.Metadata.Generation != previous.Metadata.Generation;

    /// <summary>Those of the pod template, of a new object and of one whose specification changed.</summary>
    /// <param name="path">Where the template is; <c>spec.template</c> when it isn't said.</param>
    public static IReadOnlyList<string> Template<T>(T value, T? previous, Func<T, PodTemplateSpec?> template, FieldPath? path = null)
        where T : class, IApiObject =>
        Concern(value, previous) && template(value) is { } pods ? PodWarnings.Of(pods, path ?? FieldPath.Of("spec").Child("template")) : [];

    /// <summary>A new object whose name, a subdomain, can't be a host name as well.</summary>
    public static IEnumerable<string> Name(IApiObject value, IApiObject? previous)
    {
        var messages = previous is null ? DnsNames.Label(value.Metadata.Name ?? "") : [];
        return messages.Count == 0 ? [] :
        [
            "metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; "
                + $"a DNS label is recommended: [{string.Join(' ', messages)}]",
        ];
    }
}
