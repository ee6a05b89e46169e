using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>Groups of the Kubernetes community need a word that their API was reviewed, or that it wasn't.</summary>
internal static class ApiApproval
{
    private const string Annotation = "api-approved.kubernetes.io";
    private const string Proposal = "https://github.com/kubernetes/enhancements/pull/1111";

    private enum State
    {
        Missing,
        Invalid,
        Fine,
    }

    public static void Validate(CustomResourceDefinition next, CustomResourceDefinition? previous, FieldErrors errors)
    {
        var state = Of(next);
        if (!IsProtected(next.Spec.Group) || state == State.Fine || (previous is not null && Of(previous) == state))
        {
            return;
        }

        var path = FieldPath.Of("metadata").Child("annotations").Key(Annotation);
        if (state == State.Missing)
        {
            errors.Required(path, $"protected groups must have approval annotation \"{Annotation}\", see {Proposal}");
        }
        else
        {
            errors.Invalid(
                path,
                Value(next),
                $"protected groups must have approval annotation \"{Annotation}\" with either a URL or a reason starting with \"unapproved\", see {Proposal}");
        }
    }

    private static bool IsProtected(string group) => group is "k8s.io" or "kubernetes.io"
        || group.EndsWith(".k8s.io", StringComparison.Ordinal) || group.EndsWith(".kubernetes.io", StringComparison.Ordinal);

    private static State Of(CustomResourceDefinition value) => Value(value) switch
    {
        "" => State.Missing,
        var text when text.StartsWith("unapproved", StringComparison.Ordinal) => State.Fine,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 => State.Fine,
        _ => State.Invalid,
    };

    private static string Value(CustomResourceDefinition value) => value.Metadata.Annotations?.GetValueOrDefault(Annotation) ?? "";
}
