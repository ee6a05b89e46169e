using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>
/// What the name of a resource says about it. Names without a slash, and those under kubernetes.io, are Kubernetes' own;
/// the others are extended resources, which are whole numbers and can't be overcommitted.
/// </summary>
public static class ContainerResourceNames
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const string EphemeralStorage = "ephemeral-storage";
    public const string HugePagesPrefix = "hugepages-";

    private const string RequestsPrefix = "requests.";

    // Resources counted in objects, known to quotas.
    private static readonly HashSet<string> Objects = new(StringComparer.Ordinal)
    {
        "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims",
        "services.nodeports", "services.loadbalancers",
    };

    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
    {
        Cpu, Memory, EphemeralStorage, "requests.cpu", "requests.memory", "requests.ephemeral-storage",
        "limits.cpu", "limits.memory", "limits.ephemeral-storage", "storage", "requests.storage",
    };

    public static bool IsNative(string name) => !name.Contains('/', StringComparison.Ordinal) || name.Contains("kubernetes.io/", StringComparison.Ordinal);

    public static bool IsHugePages(string name) => name.StartsWith(HugePagesPrefix, StringComparison.Ordinal);

    /// <summary>A resource of devices or the like that somebody else defines: <c>example.com/gpu</c>.</summary>
    public static bool IsExtended(string name) => !IsNative(name)
        && !name.StartsWith(RequestsPrefix, StringComparison.Ordinal)
        && LabelSyntax.QualifiedName(RequestsPrefix + name).Count == 0;

    /// <summary>A container may ask for it by its bare name.</summary>
    public static bool IsContainerResource(string name) => name is Cpu or Memory or EphemeralStorage || IsHugePages(name);

    /// <summary>Kubernetes knows the bare name.</summary>
    public static bool IsStandard(string name) => Objects.Contains(name) || Amounts.Contains(name) || IsHugePages(name)
        || name.StartsWith(RequestsPrefix + HugePagesPrefix, StringComparison.Ordinal);

    /// <summary>Comes in whole numbers.</summary>
    public static bool IsInteger(string name) => Objects.Contains(name) || IsExtended(name);

    /// <summary>A limit may be above the request.</summary>
    public static bool IsOvercommitAllowed(string name) => IsNative(name) && !IsHugePages(name);

    /// <summary>The amount is a whole number of pages of the size that the name gives: 4Mi of hugepages-2Mi.</summary>
    public static bool IsWholePages(string name, Quantity amount) =>
        Quantity.TryParse(name[HugePagesPrefix.Length..], out var size) && size.Sign > 0 && size.TryGetInt64(out var bytes) && amount.Value() % bytes == 0;
}
