namespace ActorKube.NodeAgent.Probes;

/// <summary>What one probe found.</summary>
/// <param name="Output">Why it is not healthy, fit for an Event.</param>
public readonly record struct ProbeOutcome(bool Healthy, string Output)
{
    public static ProbeOutcome Success { get; } = new(true, "");

    public static ProbeOutcome Failure(string output) => new(false, output);
}
