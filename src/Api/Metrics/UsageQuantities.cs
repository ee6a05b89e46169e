using ActorKube.Api.Quantities;

namespace ActorKube.Api.Metrics;

/// <summary>Usage as the API shows it.</summary>
public static class UsageQuantities
{
    /// <summary>1,500,000 nanocores and 2,097,152 bytes are <c>cpu: 1500u</c> and <c>memory: 2Mi</c>.</summary>
    public static IReadOnlyDictionary<string, Quantity> Of(ResourceUsage usage) => new Dictionary<string, Quantity>(StringComparer.Ordinal)
    {
        ["cpu"] = new Quantity(usage.CpuNanocores, -9, QuantityFormat.DecimalSI),
        ["memory"] = new Quantity(usage.MemoryBytes, QuantityFormat.BinarySI),
    };

    public static IReadOnlyDictionary<string, Quantity> Sum(IEnumerable<IReadOnlyDictionary<string, Quantity>?> usages)
    {
        var sum = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var (name, amount) in usages.SelectMany(static u => u ?? new Dictionary<string, Quantity>()))
        {
            sum[name] = sum.TryGetValue(name, out var before) ? before + amount : amount;
        }

        return sum;
    }
}
