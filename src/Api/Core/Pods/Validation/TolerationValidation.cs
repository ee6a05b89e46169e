using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Taints that a pod bears with.</summary>
public static class TolerationValidation
{
    public static void Validate(IReadOnlyList<Toleration> tolerations, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < tolerations.Count; i++)
        {
            var (toleration, at) = (tolerations[i], path.Index(i));
            if (toleration.Key is { } key)
            {
                errors.LabelName(at.Child("key"), key);
            }
            else if (toleration.Operator != "Exists")
            {
                errors.Invalid(at.Child("operator"), toleration.Operator ?? "", "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
            }

            if (toleration.TolerationSeconds is not null && toleration.Effect != "NoExecute")
            {
                errors.Invalid(at.Child("effect"), toleration.Effect ?? "", "effect must be 'NoExecute' when `tolerationSeconds` is set");
            }

            ValidateValue(toleration, at.Child("operator"), errors);
            errors.OneOfOrEmpty(at.Child("effect"), toleration.Effect, "NoSchedule", "PreferNoSchedule", "NoExecute");
        }
    }

    private static void ValidateValue(Toleration toleration, FieldPath path, FieldErrors errors)
    {
        var value = toleration.Value ?? "";
        switch (toleration.Operator)
        {
            case null or "Equal" when LabelSyntax.Value(value) is { Count: > 0 } reasons:
                errors.Invalid(path, value, string.Join(';', reasons));
                break;
            case "Exists" when value.Length > 0:
                errors.Invalid(path, value, "value must be empty when `operator` is 'Exists'");
                break;
            case null or "Equal" or "Exists":
                break;
            default:
                errors.NotSupported(path, toleration.Operator, ["Equal", "Exists"]);
                break;
        }
    }
}
