namespace ActorKube.Server.Rest;

/// <summary>What Kubernetes' store would say.</summary>
internal static class StorageErrors
{
    public static string UidMismatch(string key, string wanted, string? found) =>
        $"StorageError: invalid object, Code: 4, Key: {key}, ResourceVersion: 0, "
        + $"AdditionalErrorMsg: Precondition failed: UID in precondition: {wanted}, UID in object meta: {found}";
}
