using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Terms by which pods and volumes choose nodes.</summary>
public static class NodeAffinityValidation
{
    public static void Validate(NodeAffinity affinity, FieldPath path, FieldErrors errors)
    {
        if (affinity.RequiredDuringSchedulingIgnoredDuringExecution is { } required)
        {
            Validate(required, path.Child("requiredDuringSchedulingIgnoredDuringExecution"), errors, allowInvalidValues: true);
        }

        var preferred = affinity.PreferredDuringSchedulingIgnoredDuringExecution.OrEmpty();
        for (var i = 0; i < preferred.Count; i++)
        {
            var at = path.Child("preferredDuringSchedulingIgnoredDuringExecution").Index(i);
            if (preferred[i].Weight is <= 0 or > 100)
            {
                errors.Invalid(at.Child("weight"), preferred[i].Weight, "must be in the range 1-100");
            }

            Validate(preferred[i].Preference, at.Child("preference"), errors, allowInvalidValues: true);
        }
    }

    /// <param name="allowInvalidValues">Values need not be values of labels: then they simply match nothing.</param>
    public static void Validate(NodeSelector selector, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        var terms = selector.NodeSelectorTerms.OrEmpty();
        if (terms.Count == 0)
        {
            errors.Required(path.Child("nodeSelectorTerms"), "must have at least one node selector term");
        }

        for (var i = 0; i < terms.Count; i++)
        {
            Validate(terms[i], path.Child("nodeSelectorTerms").Index(i), errors, allowInvalidValues);
        }
    }

    private static void Validate(NodeSelectorTerm term, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        var (expressions, fields) = (term.MatchExpressions.OrEmpty(), term.MatchFields.OrEmpty());
        for (var i = 0; i < expressions.Count; i++)
        {
            ValidateLabel(expressions[i], path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
        }

        for (var i = 0; i < fields.Count; i++)
        {
            ValidateField(fields[i], path.Child("matchFields").Index(i), errors);
        }
    }

    private static void ValidateLabel(NodeSelectorRequirement requirement, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        var values = requirement.Values.OrEmpty();
        switch (requirement.Operator)
        {
            case "In" or "NotIn" when values.Count == 0:
                errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case "Exists" or "DoesNotExist" when values.Count > 0:
                errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            case "Gt" or "Lt" when values.Count != 1:
                errors.Required(path.Child("values"), "must be specified single value when `operator` is 'Lt' or 'Gt'");
                break;
            case "In" or "NotIn" or "Exists" or "DoesNotExist" or "Gt" or "Lt":
                break;
            default:
                errors.Invalid(path.Child("operator"), requirement.Operator, "not a valid selector operator");
                break;
        }

        errors.LabelName(path.Child("key"), requirement.Key);
        for (var i = 0; i < values.Count && !allowInvalidValues; i++)
        {
            errors.AllInvalid(path.Child("values").Index(i), values[i], LabelSyntax.Value(values[i]));
        }
    }

    /// <summary>Only the node's name can be matched, with one value.</summary>
    private static void ValidateField(NodeSelectorRequirement requirement, FieldPath path, FieldErrors errors)
    {
        var values = requirement.Values.OrEmpty();
        if (requirement.Operator is not ("In" or "NotIn"))
        {
            errors.Invalid(path.Child("operator"), requirement.Operator, "not a valid selector operator");
        }
        else if (values.Count != 1)
        {
            errors.Required(path.Child("values"), "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
        }

        if (requirement.Key != "metadata.name")
        {
            errors.Invalid(path.Child("key"), requirement.Key, "not a valid field selector key");
            return;
        }

        for (var i = 0; i < values.Count; i++)
        {
            errors.Subdomain(path.Child("values").Index(i), values[i]);
        }
    }
}
