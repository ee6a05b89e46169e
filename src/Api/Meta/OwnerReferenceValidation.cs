using ActorKube.Api.Errors;

namespace ActorKube.Api.Meta;

/// <summary>References to owners: complete, one controller at most.</summary>
public static class OwnerReferenceValidation
{
    public static void Validate(IReadOnlyList<OwnerReference>? references, FieldPath path, FieldErrors errors)
    {
        string? controller = null;
        foreach (var reference in references ?? [])
        {
            Validate(reference, path, errors);
            if (reference.Controller is not true)
            {
                continue;
            }

            var name = $"{reference.Kind}/{reference.Name}";
            if (controller is null)
            {
                controller = name;
            }
            else
            {
                errors.Invalid(
                    path,
                    new GoText($"[]v1.OwnerReference{{{string.Join(", ", references!.Select(Text))}}}"),
                    $"Only one reference can have Controller set to true. Found \"true\" in references for {controller} and {name}");
            }
        }
    }

    private static void Validate(OwnerReference reference, FieldPath path, FieldErrors errors)
    {
        if (!HasVersion(reference.ApiVersion))
        {
            errors.Invalid(path.Child("apiVersion"), reference.ApiVersion, "version must not be empty");
        }

        NotEmpty("kind", reference.Kind);
        NotEmpty("name", reference.Name);
        NotEmpty("uid", reference.Uid);
        if (reference is { ApiVersion: "v1", Kind: "Event" })
        {
            errors.Invalid(path, new GoText(Text(reference)), "/v1, Kind=Event is disallowed from being an owner");
        }

        void NotEmpty(string field, string value)
        {
            if (value.Length == 0)
            {
                errors.Invalid(path.Child(field), value, field + " must not be empty");
            }
        }
    }

    /// <summary>A version alone, or one after a group and a slash.</summary>
    private static bool HasVersion(string apiVersion) => apiVersion.Split('/') switch
    {
        [var version] => version.Length > 0,
        [_, var version] => version.Length > 0,
        _ => false,
    };

    private static string Text(OwnerReference reference) =>
        $"v1.OwnerReference{{APIVersion:{GoText.Quote(reference.ApiVersion)}, Kind:{GoText.Quote(reference.Kind)}, Name:{GoText.Quote(reference.Name)}, "
        + $"UID:{GoText.Quote(reference.Uid)}, Controller:{GoText.Pointer("bool", reference.Controller)}, BlockOwnerDeletion:{GoText.Pointer("bool", reference.BlockOwnerDeletion)}}}";
}
