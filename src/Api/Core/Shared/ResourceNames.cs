using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Names of what is counted and limited: <c>cpu</c>, <c>requests.storage</c>, <c>example.com/widget</c>.</summary>
internal static class ResourceNames
{
    public const string Storage = "storage";

    public const string NegativeMessage = "must be greater than or equal to 0";

    private const string HugePages = "hugepages-";
    private const string Requests = "requests.";

    private static readonly HashSet<string> Counted =
        ["pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims", "services.nodeports", "services.loadbalancers"];

    /// <summary>What a quota may name.</summary>
    private static readonly HashSet<string> Quota =
    [
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage", "requests.ephemeral-storage",
        "limits.cpu", "limits.memory", "limits.ephemeral-storage", .. Counted,
    ];

    /// <summary>Known to a quota, plain <c>storage</c> excepted.</summary>
    public static bool IsQuota(string name) => Quota.Contains(name) || IsQuotaHugePages(name);

    public static bool IsContainer(string name) => name is "cpu" or "memory" or "ephemeral-storage" || name.StartsWith(HugePages, StringComparison.Ordinal);

    /// <summary>Belongs to Kubernetes; a name without a prefix does.</summary>
    public static bool IsNative(string name) => !name.Contains('/', StringComparison.Ordinal) || name.Contains("kubernetes.io/", StringComparison.Ordinal);

    /// <summary>Belongs to a vendor, and can be written as a quota.</summary>
    public static bool IsExtended(string name) =>
        !IsNative(name) && !name.StartsWith(Requests, StringComparison.Ordinal) && LabelSyntax.QualifiedName(Requests + name).Count == 0;

    /// <summary>Limits may promise more than there is.</summary>
    public static bool IsOvercommitAllowed(string name) => IsNative(name) && !name.StartsWith(HugePages, StringComparison.Ordinal);

    /// <summary>Comes in whole numbers only.</summary>
    public static bool IsInteger(string name) => Counted.Contains(name) || IsExtended(name);

    /// <summary>A qualified name; without a prefix one that Kubernetes knows.</summary>
    public static void Validate(string name, FieldPath path, FieldErrors errors)
    {
        var wrong = LabelSyntax.QualifiedName(name);
        foreach (var reason in wrong)
        {
            errors.Invalid(path, Shown(name), reason);
        }

        if (wrong.Count == 0 && !name.Contains('/', StringComparison.Ordinal) && name != Storage && !IsQuota(name))
        {
            errors.Invalid(path, Shown(name), "must be a standard resource type or fully qualified");
        }
    }

    /// <summary>A name that containers may request.</summary>
    public static void ValidateContainer(string name, FieldPath path, FieldErrors errors)
    {
        Validate(name, path, errors);
        if (!name.Contains('/', StringComparison.Ordinal))
        {
            if (!IsContainer(name))
            {
                errors.Invalid(path, Shown(name), "must be a standard resource for containers");
            }
        }
        else if (!IsNative(name) && !IsExtended(name))
        {
            errors.Invalid(path, Shown(name), "doesn't follow extended resource name standard");
        }
    }

    /// <summary>A name that quotas may limit.</summary>
    public static void ValidateQuota(string name, FieldPath path, FieldErrors errors)
    {
        Validate(name, path, errors);
        if (!name.Contains('/', StringComparison.Ordinal) && !IsQuota(name))
        {
            errors.Invalid(path, Shown(name), "must be a standard resource for quota");
        }
    }

    /// <summary>Not negative, and whole where only whole numbers make sense.</summary>
    public static void ValidateAmount(string name, Quantity amount, FieldPath path, FieldErrors errors)
    {
        if (amount.Sign < 0)
        {
            errors.Invalid(path, amount.ToString(), NegativeMessage);
        }

        if (IsInteger(name) && amount.MilliValue() % 1000 != 0)
        {
            errors.Invalid(path, GoText.Of(amount), "must be an integer");
        }
    }

    /// <summary>Kubernetes shows these names without quotes.</summary>
    private static GoText Shown(string name) => new(name);

    private static bool IsQuotaHugePages(string name) =>
        name.StartsWith(HugePages, StringComparison.Ordinal) || name.StartsWith(Requests + HugePages, StringComparison.Ordinal);
}
