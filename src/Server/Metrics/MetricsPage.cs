namespace ActorKube.Server.Metrics;

/// <summary>What each page of metrics has: the process, and the numbers of other parts of the host.</summary>
internal static class MetricsPage
{
    /// <param name="own">Writes what else is on the page; nothing by default.</param>
    public static MetricText Of(IEnumerable<Metric> others, Action<MetricText>? own = null)
    {
        var page = new MetricText();
        ProcessMetrics.Write(page);
        own?.Invoke(page);
        var begun = "";
        foreach (var metric in others)
        {
            if (metric.Name != begun)
            {
                page.Begin(begun = metric.Name, metric.Type, metric.Help);
            }

            page.Sample(metric.Name, metric.Value, [.. metric.Labels.Select(static l => (l.Key, l.Value))]);
        }

        return page;
    }
}
