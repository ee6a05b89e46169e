using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Amounts and progress of resizing in a claim's status.</summary>
internal static class PersistentVolumeClaimStatusValidation
{
    private static readonly FieldPath Path = FieldPath.Of("status");

    private static readonly IReadOnlyList<string> ResizeStates =
        ["ControllerResizeInProgress", "ControllerResizeInfeasible", "NodeResizeInProgress", "NodeResizeInfeasible", "NodeResizePending"];

    public static void Validate(PersistentVolumeClaim claim, FieldErrors errors)
    {
        foreach (var (name, amount) in claim.Status.Capacity.OrEmpty())
        {
            ValidateAmount(amount, Path.Child("capacity").Key(name), errors);
        }

        var states = Path.Child("allocatedResourceStatus");
        foreach (var (name, state) in claim.Status.AllocatedResourceStatuses.OrEmpty())
        {
            ValidateName(name, states, errors);
            if (!ResizeStates.Contains(state))
            {
                errors.NotSupported(states, new GoText(name), ResizeStates.Order(StringComparer.Ordinal));
            }
        }

        var allocated = Path.Child("allocatedResources");
        foreach (var (name, amount) in claim.Status.AllocatedResources.OrEmpty())
        {
            if (ValidateName(name, allocated, errors) && ValidateAmount(amount, allocated.Key(name), errors))
            {
                ResourceNames.ValidateAmount(ResourceNames.Storage, amount, allocated.Key(name), errors);
            }
        }
    }

    private static bool ValidateAmount(Quantity amount, FieldPath path, FieldErrors errors)
    {
        var valid = amount.Value() >= 0;
        if (!valid)
        {
            errors.Invalid(path, amount.Value(), "must be a valid resource quantity");
        }

        return valid;
    }

    private static bool ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        var wrong = LabelSyntax.QualifiedName(name);
        errors.InvalidAll(path, name, wrong);
        if (wrong.Count == 0 && ResourceNames.IsNative(name) && name != ResourceNames.Storage)
        {
            errors.NotSupported(path, name, [ResourceNames.Storage]);
            return false;
        }

        return wrong.Count == 0;
    }
}
