using ActorKube.Api.Errors;

namespace ActorKube.Api.AdmissionRegistration;

internal static class WebhookListValidation
{
    public static void Validate(IReadOnlyList<WebhookFields> hooks, FieldErrors errors) => Validate(hooks, WebhookTolerance.None, errors);

    public static void ValidateUpdate(IReadOnlyList<WebhookFields> next, IReadOnlyList<WebhookFields> previous, FieldErrors errors) =>
        Validate(next, WebhookTolerance.Of(next, previous), errors);

    private static void Validate(IReadOnlyList<WebhookFields> hooks, WebhookTolerance tolerance, FieldErrors errors)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var (i, hook) in hooks.Index())
        {
            var path = FieldPath.Of("webhooks").Index(i);
            WebhookValidation.Validate(hook, tolerance, path, errors);
            ReviewVersionValidation.Validate(hook.AdmissionReviewVersions ?? [], tolerance.UnknownReviewVersions, path.Child("admissionReviewVersions"), errors);
            if (!tolerance.RepeatedNames && hook.Name.Length > 0 && !names.Add(hook.Name))
            {
                errors.Duplicate(path.Child("name"), hook.Name);
            }
        }
    }
}
