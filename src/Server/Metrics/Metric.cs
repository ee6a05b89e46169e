namespace ActorKube.Server.Metrics;

/// <summary>A number that others than the API server count, for its page of metrics.</summary>
/// <param name="Name">As Prometheus has it, with the unit at its end.</param>
/// <param name="Type"><c>counter</c> or <c>gauge</c>.</param>
/// <param name="Help">One sentence.</param>
public sealed record Metric(string Name, string Type, string Help, double Value)
{
    /// <summary>Tells the samples of one metric apart, which are to follow one another; none by default.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];
}
