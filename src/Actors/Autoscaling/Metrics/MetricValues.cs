using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>
/// Reads the lists that metric adapters answer with: MetricValueList of custom.metrics.k8s.io v1beta1 and v1beta2, and ExternalMetricValueList of external.metrics.k8s.io v1beta1. They differ in names
/// that no autoscaler looks at.
/// </summary>
internal static class MetricValues
{
    /// <summary>Of a value that doesn't say over which time it was measured.</summary>
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    /// <returns>The values, with the name of the object that each describes; "" for none.</returns>
    /// <exception cref="MetricUnavailableException">It is no such list.</exception>
    public static IReadOnlyList<(string Name, PodValue Value)> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray().Select(Read)] : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new MetricUnavailableException($"the metrics API server didn't return a list of metric values: {e.Message}");
        }
    }

    private static (string Name, PodValue Value) Read(JsonElement item)
    {
        var name = item.TryGetProperty("describedObject", out var described) && described.TryGetProperty("name", out var text) ? text.GetString() : null;
        var window = Seconds(item, "windowSeconds") ?? Seconds(item, "window") ?? DefaultWindow;
        var time = item.TryGetProperty("timestamp", out var stamp) && stamp.GetString() is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : default;
        var value = item.GetProperty("value");
        var amount = Quantity.Parse(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString() ?? "");
        return (name ?? "", new PodValue(time, window, amount.MilliValue()));
    }

    private static TimeSpan? Seconds(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? TimeSpan.FromSeconds(value.GetInt64()) : null;
}
