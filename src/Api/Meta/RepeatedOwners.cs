namespace ActorKube.Api.Meta;

/// <summary>Owners that a client has written down twice are kept once, and the client is told.</summary>
public static class RepeatedOwners
{
    /// <summary>The object with each of its owners once.</summary>
    /// <param name="value">What the client has sent, or made by its patch.</param>
    /// <param name="isPatched">A patch is looked at after admission, which the text says.</param>
    /// <param name="warning">Text of a <c>Warning</c> header; null where nothing was repeated.</param>
    public static IApiObject Drop(IApiObject value, bool isPatched, out string? warning)
    {
        warning = null;
        if (value.Metadata.OwnerReferences is not { Count: > 1 } all)
        {
            return value;
        }

        List<OwnerReference> kept = [];
        List<string> repeated = [];
        foreach (var owner in all)
        {
            if (kept.Contains(owner))
            {
                repeated.Add(owner.Uid);
            }
            else
            {
                kept.Add(owner);
            }
        }

        if (repeated.Count == 0)
        {
            return value;
        }

        warning = $".metadata.ownerReferences contains duplicate entries{(isPatched ? " after mutating admission happens" : "")}; "
            + "API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; "
            + $"please fix your requests; duplicate UID(s) observed: {string.Join(", ", repeated)}";
        return value.With(value.Metadata with { OwnerReferences = kept });
    }
}
