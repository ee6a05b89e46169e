using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>The rules for events of either version; the stricter ones of the events group come on top (<see cref="EventStrictValidation"/>).</summary>
internal static class EventValidation
{
    private const int MaxLength = 128;
    private const int MaxNoteLength = 1024;

    /// <param name="reporter">What the request's version calls the reporting controller.</param>
    public static void Validate(Event value, string reporter, FieldErrors errors)
    {
        // Events of the newer style have a time of their own.
        if (value.EventTime is null)
        {
            RequireNamespaceOf(value, errors);
        }
        else
        {
            ValidateNew(value, reporter, errors);
        }

        var name = value.Metadata.Namespace ?? "";
        errors.InvalidAll(FieldPath.Of("namespace"), name, DnsNames.Subdomain(name));
    }

    private static void RequireNamespaceOf(Event value, FieldErrors errors)
    {
        var involved = value.InvolvedObject.Namespace ?? "";
        var own = value.Metadata.Namespace ?? "";
        if (involved.Length == 0 ? own is not ("" or "default") : own != involved)
        {
            NamespaceDiffers(involved, errors);
        }
    }

    private static void ValidateNew(Event value, string reporter, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value.InvolvedObject.Namespace) && value.Metadata.Namespace is not ("default" or "kube-system"))
        {
            NamespaceDiffers("", errors);
        }

        if (value.ReportingComponent.Length == 0)
        {
            errors.Required(FieldPath.Of(reporter));
        }

        errors.InvalidAll(FieldPath.Of(reporter), value.ReportingComponent, LabelSyntax.QualifiedName(value.ReportingComponent));
        Bounded("reportingInstance", value.ReportingInstance, MaxLength);
        Bounded("action", value.Action, MaxLength);
        Bounded("reason", value.Reason, MaxLength);
        AtMost("message", value.Message, MaxNoteLength);

        void Bounded(string field, string? text, int limit)
        {
            if (string.IsNullOrEmpty(text))
            {
                errors.Required(FieldPath.Of(field));
            }

            AtMost(field, text, limit);
        }

        void AtMost(string field, string? text, int limit)
        {
            if (SyntaxMessages.IsLonger(text ?? "", limit))
            {
                errors.Invalid(FieldPath.Of(field), "", $"can have at most {limit} characters");
            }
        }
    }

    private static void NamespaceDiffers(string involved, FieldErrors errors) =>
        errors.Invalid(FieldPath.Of("involvedObject").Child("namespace"), involved, "does not match event.namespace");
}
