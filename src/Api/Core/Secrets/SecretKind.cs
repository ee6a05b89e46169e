using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class SecretKind
{
    public static readonly Kind<Secret> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Secret",
        Plural = "secrets",
        OnDefault = SecretDefaults.Apply,
        OnValidate = SecretValidation.Validate,
        OnValidateUpdate = SecretValidation.ValidateUpdate,
        OnWarnings = static (secret, _) => SecretWarnings.Of(secret),
        FieldSelectors = new Dictionary<string, Func<Secret, string>> { ["type"] = static s => s.Type ?? "" },
        TableColumns =
        [
            Column<Secret>.NameColumn,
            new("Type", "What the secret is for.", static s => s.Type ?? ""),
            new("Data", "Number of entries.", static s => s.Data?.Count ?? 0),
            Column<Secret>.AgeColumn,
        ],
    };
}
