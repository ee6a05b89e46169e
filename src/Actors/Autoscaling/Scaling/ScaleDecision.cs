using ActorKube.Actors.Autoscaling.State;

namespace ActorKube.Actors.Autoscaling.Scaling;

/// <summary>How many replicas there are to be after all limits, and what held them.</summary>
/// <param name="Stability">Reason and message of the condition AbleToScale.</param>
/// <param name="IsLimited">Of the condition ScalingLimited, as is <paramref name="Limit"/>.</param>
internal sealed record ScaleDecision(int Replicas, Because Stability, bool IsLimited, Because Limit, AutoscalerState State);

/// <summary>Reason and message of a condition.</summary>
internal readonly record struct Because(string Reason, string Message)
{
    public static readonly Because Ready = new("ReadyForNewScale", "recommended size matches current size");
    public static readonly Because Lower = new("ScaleUpStabilized", "recent recommendations were lower than current one, applying the lowest recent recommendation");
    public static readonly Because Higher = new("ScaleDownStabilized", "recent recommendations were higher than current one, applying the highest recent recommendation");
    public static readonly Because WithinRange = new("DesiredWithinRange", "the desired count is within the acceptable range");
    public static readonly Because TooMany = new("TooManyReplicas", "the desired replica count is more than the maximum replica count");
    public static readonly Because TooFew = new("TooFewReplicas", "the desired replica count is less than the minimum replica count");
    public static readonly Because TooFast = new("ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate");
    public static readonly Because TooFastDown = new("ScaleDownLimit", "the desired replica count is decreasing faster than the maximum scale rate");
}

/// <summary>What is to be limited.</summary>
/// <param name="Current">Replicas that are wanted now.</param>
/// <param name="Desired">Replicas that the metrics ask for.</param>
internal readonly record struct ScaleWish(int Current, int Desired, int Minimum, int Maximum);
