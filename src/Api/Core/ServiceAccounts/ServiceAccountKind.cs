using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

internal static class ServiceAccountKind
{
    private const string EnforceMountableSecrets = "kubernetes.io/enforce-mountable-secrets";

    public static readonly Kind<ServiceAccount> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "ServiceAccount",
        Plural = "serviceaccounts",
        ShortNames = ["sa"],
        ReturnsDeleted = true,
        OnCreate = NamesOnly,
        OnUpdate = static (next, _) => NamesOnly(next),
        OnValidateUpdate = ValidateUpdate,
        OnWarnings = Warnings,
        TableColumns =
        [
            Column<ServiceAccount>.NameColumn,
            new("Secrets", "Number of secrets that pods of the account may use.", static a => a.Secrets?.Count ?? 0),
            Column<ServiceAccount>.AgeColumn,
        ],
    };

    /// <summary>Of the references to secrets only the names mean something.</summary>
    private static ServiceAccount NamesOnly(ServiceAccount account) =>
        account.Secrets is null ? account : account with { Secrets = [.. account.Secrets.Select(s => new ObjectReference { Name = s.Name })] };

    private static void ValidateUpdate(ServiceAccount next, ServiceAccount previous, FieldErrors errors) =>
        ObjectMetaValidation.ValidateCreate(next.Metadata, Kind, errors);

    private static IReadOnlyList<string> Warnings(ServiceAccount next, ServiceAccount? previous) => Enforces(next) && (previous is null || !Enforces(previous))
        ? [$"metadata.annotations[{EnforceMountableSecrets}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets"]
        : [];

    private static bool Enforces(ServiceAccount account) => account.Metadata.Annotations?.ContainsKey(EnforceMountableSecrets) ?? false;
}
