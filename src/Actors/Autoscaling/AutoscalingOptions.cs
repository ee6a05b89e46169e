namespace ActorKube.Actors.Autoscaling;

/// <summary>How autoscalers work. The defaults are Kubernetes' own.</summary>
public sealed record AutoscalingOptions
{
    /// <summary>Each autoscaler looks so often, for the first time that long after it was first seen; default 15 s. What nodes measure is up to 10 s old, so more often sees little more.</summary>
    public TimeSpan SyncPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the highest recommendation holds against a lower one, where the autoscaler doesn't say; default 5 minutes.</summary>
    public TimeSpan DownscaleStabilization { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Nothing is changed while the metric is so close to its target: 0.1, the default, is 90 % to 110 %.</summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>After the start of a pod its CPU counts only while it is ready, and measured since; default 5 minutes.</summary>
    public TimeSpan CpuInitializationPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A pod that became unready this soon after its start was never ready; default 30 s.</summary>
    public TimeSpan InitialReadinessDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="ArgumentException">Every rule that is broken.</exception>
    public void Validate()
    {
        if (SyncPeriod <= TimeSpan.Zero || DownscaleStabilization < TimeSpan.Zero || Tolerance < 0 || CpuInitializationPeriod < TimeSpan.Zero || InitialReadinessDelay < TimeSpan.Zero)
        {
            throw new ArgumentException("autoscalers need a period that is longer than zero, and times and a tolerance that are not below it");
        }
    }
}
