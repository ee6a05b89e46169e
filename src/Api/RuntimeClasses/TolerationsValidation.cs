using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.RuntimeClasses;

/// <summary>The tolerations of a class: each as a pod's, and none repeated.</summary>
internal static class TolerationsValidation
{
    private static readonly string[] Effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    public static void Validate(IReadOnlyList<Toleration> tolerations, FieldPath path, FieldErrors errors)
    {
        HashSet<(string?, string?, string?, string?)> seen = [];
        foreach (var (i, toleration) in tolerations.Index())
        {
            // Kubernetes adds the field's name to its path twice.
            Validate(toleration, path.Child("tolerations").Index(i), errors);
            if (!seen.Add((toleration.Key, toleration.Operator, toleration.Value, toleration.Effect)))
            {
                errors.Duplicate(path.Index(i), Text(toleration));
            }
        }
    }

    private static void Validate(Toleration toleration, FieldPath path, FieldErrors errors)
    {
        if (toleration.Key is { } key)
        {
            errors.InvalidAll(path.Child("key"), key, LabelSyntax.QualifiedName(key));
        }
        else if (toleration.Operator != "Exists")
        {
            errors.Invalid(
                path.Child("operator"), toleration.Operator ?? "", "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }

        if (toleration.TolerationSeconds is not null && toleration.Effect != "NoExecute")
        {
            errors.Invalid(path.Child("effect"), toleration.Effect ?? "", "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }

        ValidateValue(toleration, path.Child("operator"), errors);
        if (toleration.Effect is { } effect && !Effects.Contains(effect))
        {
            errors.NotSupported(path.Child("effect"), effect, Effects);
        }
    }

    private static void ValidateValue(Toleration toleration, FieldPath path, FieldErrors errors)
    {
        var value = toleration.Value ?? "";
        switch (toleration.Operator)
        {
            case null or "Equal":
                if (LabelSyntax.Value(value) is { Count: > 0 } reasons)
                {
                    errors.Invalid(path, value, string.Join(';', reasons));
                }

                break;
            case "Exists":
                if (value.Length > 0)
                {
                    errors.Invalid(path, value, "value must be empty when `operator` is 'Exists'");
                }

                break;
            default:
                errors.NotSupported(path, toleration.Operator, ["Equal", "Exists"]);
                break;
        }
    }

    private static GoText Text(Toleration t) => new(
        $"core.Toleration{{Key:{GoText.Quote(t.Key)}, Operator:{GoText.Quote(t.Operator)}, Value:{GoText.Quote(t.Value)}, "
        + $"Effect:{GoText.Quote(t.Effect)}, TolerationSeconds:{GoText.Pointer("int64", t.TolerationSeconds)}}}");
}
