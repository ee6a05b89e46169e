using System.Diagnostics.Metrics;

namespace ActorKube.Engine.Actors;

/// <summary>Counters of one host's actors, by resource, under the meter <c>ActorKube.Actors</c>.</summary>
internal sealed class ActorMetrics : IDisposable
{
    private readonly Meter _meter = new("ActorKube.Actors");
    private readonly Counter<long> _reconciles;
    private readonly Counter<long> _failures;

    public ActorMetrics()
    {
        _reconciles = _meter.CreateCounter<long>("actorkube.reconciles", description: "Turns of actors that reconciled.");
        _failures = _meter.CreateCounter<long>("actorkube.reconcile.failures", description: "Those that ended in an exception.");
    }

    public void Reconciled(string resource) => _reconciles.Add(1, new KeyValuePair<string, object?>("resource", resource));

    public void Failed(string resource) => _failures.Add(1, new KeyValuePair<string, object?>("resource", resource));

    public void Dispose() => _meter.Dispose();
}
