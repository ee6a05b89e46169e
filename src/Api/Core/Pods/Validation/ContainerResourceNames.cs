using ActorKube.Api.Quantities;

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

    public static bool IsHugePages(string name) => name.StartsWith(HugePagesPrefix, StringComparison.Ordinal);

    /// <summary>A resource of devices or the like that somebody else defines: <c>example.com/gpu</c>.</summary>
    public static bool IsExtended(string name) => ResourceNames.IsExtended(name);

    /// <summary>The amount is a whole number of pages of the size that the name gives: 4Mi of hugepages-2Mi.</summary>
    public static bool IsWholePages(string name, Quantity amount) =>
        Quantity.TryParse(name[HugePagesPrefix.Length..], out var size) && size.Sign > 0 && size.TryGetInt64(out var bytes) && amount.Value() % bytes == 0;
}
