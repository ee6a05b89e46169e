using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.FlowControl;

internal static class FlowSchemaValidation
{
    private const int MaxPrecedence = 10000;

    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(FlowSchema schema, FieldErrors errors)
    {
        ValidatePrecedence(schema, Spec.Child("matchingPrecedence"), errors);
        if (schema.Spec.DistinguisherMethod is { Type: not ("ByNamespace" or "ByUser") } method)
        {
            errors.NotSupported(Spec.Child("distinguisherMethod").Child("type"), FlowSchemaGoText.Of(method), ["ByNamespace", "ByUser"]);
        }

        var level = schema.Spec.PriorityLevelConfiguration.Name;
        if (level.Length == 0)
        {
            errors.Required(Spec.Child("priorityLevelConfiguration").Child("name"), "must reference a priority level");
        }
        else
        {
            errors.InvalidAll(Spec.Child("priorityLevelConfiguration").Child("name"), level, DnsNames.Subdomain(level));
        }

        foreach (var (i, rule) in (schema.Spec.Rules ?? []).Index())
        {
            FlowRuleValidation.Validate(rule, Spec.Child("rules").Index(i), errors);
        }

        if (FlowControlBootstrap.MandatoryFlowSchema(schema.Metadata.Name) is { } mandatory && !ApiEquality.Same(schema.Spec, mandatory.Spec))
        {
            errors.Invalid(Spec, FlowSchemaGoText.Of(schema.Spec), $"spec of '{schema.Metadata.Name}' must equal the fixed value");
        }

        ValidateStatus(schema.Status, errors);
    }

    public static void ValidateStatus(FlowSchemaStatus status, FieldErrors errors) =>
        FlowConditionValidation.Validate((status.Conditions ?? []).Select(c => c.Type), errors);

    private static void ValidatePrecedence(FlowSchema schema, FieldPath path, FieldErrors errors)
    {
        var precedence = schema.Spec.MatchingPrecedence;
        switch (precedence)
        {
            case <= 0:
                errors.Invalid(path, precedence, "must be a positive value");
                break;
            case > MaxPrecedence:
                errors.Invalid(path, precedence, $"must not be greater than {MaxPrecedence}");
                break;
            case 1 when schema.Metadata.Name != FlowControlBootstrap.Exempt:
                errors.Invalid(path, precedence, "only the schema named 'exempt' may have matchingPrecedence 1");
                break;
        }
    }
}
