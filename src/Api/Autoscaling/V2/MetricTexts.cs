using System.Globalization;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Metrics as tables show them: <c>cpu: 40%/80%, 3/5 (avg)</c>. The first two are shown, the others counted.</summary>
internal static class MetricTexts
{
    private const int Shown = 2;
    private const string Unknown = "<unknown>";

    public static string Of(HorizontalPodAutoscaler value)
    {
        var metrics = value.Spec.Metrics ?? [];
        var statuses = value.Status.CurrentMetrics ?? [];
        if (metrics.Count == 0)
        {
            return "<none>";
        }

        var text = string.Join(", ", metrics.Take(Shown).Select((metric, i) => Text(metric, i < statuses.Count ? statuses[i] : new())));
        return metrics.Count > Shown ? $"{text} + {metrics.Count - Shown} more..." : text;
    }

    private static string Text(MetricSpec metric, MetricStatus status) => metric switch
    {
        { Type: "External", External: { } source } => Amounts(source.Target, status.External?.Current),
        { Type: "Object", Object: { } source } => Amounts(source.Target, status.Object?.Current),
        { Type: "Pods", Pods: { } source } => $"{Amount(status.Pods?.Current.AverageValue)}/{source.Target.AverageValue}",
        { Type: "Resource", Resource: { } source } => $"{source.Name}: {Resource(source.Target, status.Resource?.Current)}",
        { Type: "ContainerResource", ContainerResource: { } source } => $"{source.Name}: {Resource(source.Target, status.ContainerResource?.Current)}",
        _ => "<unknown type>",
    };

    private static string Amounts(MetricTarget target, MetricValueStatus? current) => target.AverageValue is { } average
        ? $"{Amount(current?.AverageValue)}/{average} (avg)"
        : $"{Amount(current?.Value)}/{target.Value}";

    private static string Resource(MetricTarget target, MetricValueStatus? current) => target.AverageValue is { } average
        ? $"{Amount(current?.AverageValue)}/{average}"
        : $"{Percent(current?.AverageUtilization, Unknown)}/{Percent(target.AverageUtilization, "<auto>")}";

    private static string Amount(Quantity? amount) => amount?.ToString() ?? Unknown;

    private static string Percent(int? percent, string otherwise) =>
        percent is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value}%") : otherwise;
}
