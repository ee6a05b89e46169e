using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Taints of nodes: no two of the same key and effect.</summary>
internal static class TaintValidation
{
    // Kubernetes reports taints under the metadata.
    private static readonly FieldPath Path = FieldPath.Of("metadata").Child("taints");

    public static void Validate(IReadOnlyList<Taint>? taints, FieldErrors errors)
    {
        HashSet<(string, string)> seen = [];
        for (var i = 0; taints is not null && i < taints.Count; i++)
        {
            var (taint, path) = (taints[i], Path.Index(i));
            errors.InvalidAll(path.Child("key"), taint.Key, LabelSyntax.QualifiedName(taint.Key));
            var wrong = LabelSyntax.Value(taint.Value ?? "");
            if (wrong.Count > 0)
            {
                errors.Invalid(path.Child("value"), taint.Value, string.Join(';', wrong));
            }

            ValidateEffect(taint.Effect, path.Child("effect"), errors);
            if (!seen.Add((taint.Key, taint.Effect)))
            {
                errors.Add(new FieldError(CauseReason.Duplicate, path.ToString(), $"Duplicate value: {Shown(taint)}: taints must be unique by key and effect pair"));
            }
        }
    }

    private static void ValidateEffect(string effect, FieldPath path, FieldErrors errors)
    {
        if (effect.Length == 0)
        {
            errors.Required(path);
        }
        else if (effect is not ("NoSchedule" or "PreferNoSchedule" or "NoExecute"))
        {
            errors.NotSupported(path, effect, ["NoSchedule", "PreferNoSchedule", "NoExecute"]);
        }
    }

    private static string Shown(Taint taint) =>
        $"core.Taint{{Key:{GoText.Quote(taint.Key)}, Value:{GoText.Quote(taint.Value)}, Effect:{GoText.Quote(taint.Effect)}, TimeAdded:<nil>}}";
}
