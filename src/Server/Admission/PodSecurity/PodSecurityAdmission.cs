using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>
/// Holds pods to the security standards that their namespace asks for by its labels. Follows <c>kubernetes.io/docs/concepts/security/pod-security-admission</c>;
/// namespaces without such labels ask for nothing.
/// </summary>
public sealed class PodSecurityAdmission : IAdmission
{
    private static readonly string[] WithPods = ["", "ephemeralcontainers", "resize"];

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        switch (value)
        {
            case Namespace space when request.Subresource.Length == 0 && request.Operation != AdmissionOperation.Delete:
                CheckLabels(space, request.Previous as Namespace);
                break;
            case Pod pod when IsAboutPods(request, pod) && PolicyOf(request) is { Enforce.Level: not SecurityLevel.Privileged } policy:
                Enforce(request, pod, policy.Enforce);
                break;
        }
    }

    public IEnumerable<string> Warnings(AdmissionRequest request, IApiObject value) => value switch
    {
        Namespace space when request is { Operation: AdmissionOperation.Update, Subresource.Length: 0 } => ExistingPods.Warnings(request, space),
        Pod pod when IsAboutPods(request, pod) => Warn(request, new PodSubject(pod.Metadata, pod.Spec)),
        _ when request is { Operation: not AdmissionOperation.Delete, Subresource.Length: 0, Key.Namespace.Length: > 0 } && PodSubject.OfTemplate(value) is { } template => Warn(request, template),
        _ => [],
    };

    private static void Enforce(AdmissionRequest request, Pod pod, SecurityStandard standard)
    {
        var violations = PodChecks.Violations(standard, new PodSubject(pod.Metadata, pod.Spec));
        if (violations.Count > 0)
        {
            throw ApiErrors.Forbidden("pods", "", request.Key.Name, $"violates PodSecurity \"{standard}\": {PodChecks.Details(violations)}");
        }
    }

    private static IEnumerable<string> Warn(AdmissionRequest request, PodSubject subject)
    {
        if (PolicyOf(request) is not { Warn: { Level: not SecurityLevel.Privileged } standard })
        {
            return [];
        }

        var violations = PodChecks.Violations(standard, subject);
        return violations.Count == 0 ? [] : [$"would violate PodSecurity \"{standard}\": {PodChecks.Details(violations)}"];
    }

    private static NamespacePolicy? PolicyOf(AdmissionRequest request) =>
        request.View.Get(new ObjectKey("namespaces", "", request.Key.Namespace)) is { } space ? NamespacePolicy.Read(space.Header.Labels) : null;

    /// <summary>Of updates, those that bring another image in.</summary>
    private static bool IsAboutPods(AdmissionRequest request, Pod pod) => request.Operation != AdmissionOperation.Delete && WithPods.Contains(request.Subresource)
        && (request.Previous is not Pod previous || Images(pod).Except(Images(previous)).Any() || Images(pod).Count() != Images(previous).Count());

    private static IEnumerable<(string Name, string? Image)> Images(Pod pod) => PodContainers.All(pod.Spec).Select(static c => (c.Name, c.Image));

    private static void CheckLabels(Namespace space, Namespace? previous)
    {
        var errors = ErrorsOf(space);
        if (errors.Any && (previous is null || !ErrorsOf(previous).All.SequenceEqual(errors.All)))
        {
            throw ApiErrors.Invalid("Namespace", "", space.Metadata.Name ?? "", errors.All);
        }
    }

    private static FieldErrors ErrorsOf(Namespace space)
    {
        var errors = new FieldErrors();
        NamespacePolicy.Read(key => space.Metadata.Labels?.GetValueOrDefault(key), errors);
        return errors;
    }
}
