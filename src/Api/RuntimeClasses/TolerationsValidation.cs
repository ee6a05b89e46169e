using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.RuntimeClasses;

/// <summary>The tolerations of a class: each as a pod's, and none repeated.</summary>
internal static class TolerationsValidation
{
    public static void Validate(IReadOnlyList<Toleration> tolerations, FieldPath path, FieldErrors errors)
    {
        // Kubernetes adds the field's name to its path twice.
        TolerationValidation.Validate(tolerations, path.Child("tolerations"), errors);
        HashSet<(string?, string?, string?, string?)> seen = [];
        foreach (var (i, toleration) in tolerations.Index())
        {
            if (!seen.Add((toleration.Key, toleration.Operator, toleration.Value, toleration.Effect)))
            {
                errors.Duplicate(path.Index(i), Text(toleration));
            }
        }
    }

    private static GoText Text(Toleration t) => new(
        $"core.Toleration{{Key:{GoText.Quote(t.Key)}, Operator:{GoText.Quote(t.Operator)}, Value:{GoText.Quote(t.Value)}, "
        + $"Effect:{GoText.Quote(t.Effect)}, TolerationSeconds:{GoText.Pointer("int64", t.TolerationSeconds)}}}");
}
