using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.FlowControl;

internal static class PriorityLevelConfigurationValidation
{
    /// <summary>Belongs to versions in which zero shares meant the default.</summary>
    private const string ZeroSharesAnnotation = "flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares";

    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(PriorityLevelConfiguration level, FieldErrors errors)
    {
        if (level.Metadata.Annotations?.ContainsKey(ZeroSharesAnnotation) == true)
        {
            errors.Forbidden(FieldPath.Of("metadata").Child("annotations"), $"annotation '{ZeroSharesAnnotation}' is forbidden");
        }

        ValidateSpec(level.Spec, level.Metadata.Name, errors);
        ValidateMandatory(level, errors);
        ValidateStatus(level.Status, errors);
    }

    public static void ValidateStatus(PriorityLevelConfigurationStatus status, FieldErrors errors) =>
        FlowConditionValidation.Validate((status.Conditions ?? []).Select(c => c.Type), errors);

    private static void ValidateSpec(PriorityLevelConfigurationSpec spec, string? name, FieldErrors errors)
    {
        if ((name == FlowControlBootstrap.Exempt) != (spec.Type == "Exempt"))
        {
            errors.Invalid(Spec.Child("type"), spec.Type, "type must be 'Exempt' if and only if name is 'exempt'");
        }

        switch (spec)
        {
            case { Type: "Exempt" }:
                ValidateExempt(spec, errors);
                break;
            case { Type: "Limited" }:
                ValidateLimited(spec, errors);
                break;
            default:
                errors.NotSupported(Spec.Child("type"), spec.Type, ["Exempt", "Limited"]);
                break;
        }
    }

    private static void ValidateExempt(PriorityLevelConfigurationSpec spec, FieldErrors errors)
    {
        if (spec.Limited is not null)
        {
            errors.Forbidden(Spec.Child("limited"), "must be nil if the type is not Limited");
        }

        if (spec.Exempt?.NominalConcurrencyShares is < 0 and var shares)
        {
            errors.Invalid(Spec.Child("exempt").Child("nominalConcurrencyShares"), shares, "must be a non-negative integer");
        }

        ValidatePercent(spec.Exempt?.LendablePercent, Spec.Child("exempt").Child("lendablePercent"), errors);
    }

    private static void ValidateLimited(PriorityLevelConfigurationSpec spec, FieldErrors errors)
    {
        if (spec.Exempt is not null)
        {
            errors.Forbidden(Spec.Child("exempt"), "must be nil if the type is Limited");
        }

        var path = Spec.Child("limited");
        if (spec.Limited is not { } limited)
        {
            errors.Required(path, "must not be empty when type is Limited");
            return;
        }

        if (limited.NominalConcurrencyShares < 0)
        {
            errors.Invalid(path.Child("nominalConcurrencyShares"), limited.NominalConcurrencyShares, "must be a non-negative integer");
        }

        QueuingValidation.Validate(limited.LimitResponse, path.Child("limitResponse"), errors);
        ValidatePercent(limited.LendablePercent, path.Child("lendablePercent"), errors);
        if (limited.BorrowingLimitPercent < 0)
        {
            errors.Invalid(path.Child("borrowingLimitPercent"), limited.BorrowingLimitPercent, "if specified, must be a non-negative integer");
        }
    }

    private static void ValidatePercent(int? percent, FieldPath path, FieldErrors errors)
    {
        if (percent is < 0 or > 100)
        {
            errors.Invalid(path, percent, "must be between 0 and 100, inclusive");
        }
    }

    /// <summary>The two levels that every server has are fixed; of the exempt one the shares may change.</summary>
    private static void ValidateMandatory(PriorityLevelConfiguration level, FieldErrors errors)
    {
        if (FlowControlBootstrap.MandatoryPriorityLevel(level.Metadata.Name) is not { } mandatory)
        {
            return;
        }

        var exempt = level.Metadata.Name == FlowControlBootstrap.Exempt;
        var have = exempt ? level.Spec with { Exempt = mandatory.Spec.Exempt } : level.Spec;
        if (!ApiEquality.Same(have, mandatory.Spec))
        {
            errors.Invalid(Spec, Text(level.Spec), $"spec of '{level.Metadata.Name}'{(exempt ? " except the 'spec.exempt' field" : "")} must equal the fixed value");
        }
    }

    private static GoText Text(PriorityLevelConfigurationSpec spec) => new(
        $"flowcontrol.PriorityLevelConfigurationSpec{{Type:{GoText.Quote(spec.Type)}, Limited:{GoText.Pointer("flowcontrol.LimitedPriorityLevelConfiguration", spec.Limited)}, "
        + $"Exempt:{GoText.Pointer("flowcontrol.ExemptPriorityLevelConfiguration", spec.Exempt)}}}");
}
