using System.Collections.Immutable;
using ActorKube.Actors.Autoscaling.Scaling;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Autoscaling;

/// <summary>The conditions of an autoscaler, as they are being written. Immutable.</summary>
internal sealed record AutoscalerConditions(ImmutableList<HorizontalPodAutoscalerCondition> All, DateTimeOffset Now)
{
    public const string Able = "AbleToScale";
    public const string Active = "ScalingActive";
    public const string Limited = "ScalingLimited";

    /// <summary>Reason of <see cref="Active"/> where the target is scaled to zero by somebody else.</summary>
    public const string Disabled = "ScalingDisabled";

    public static AutoscalerConditions Of(HorizontalPodAutoscaler value, DateTimeOffset now) => new([.. value.Status.Conditions ?? []], now);

    /// <summary>Sets one condition; its time stays where its status does.</summary>
    public AutoscalerConditions With(string type, bool holds, Because because)
    {
        var status = holds ? ConditionStatus.True : ConditionStatus.False;
        var index = All.FindIndex(c => c.Type == type);
        var next = new HorizontalPodAutoscalerCondition
        {
            Type = type,
            Status = status,
            Reason = because.Reason,
            Message = because.Message,
            LastTransitionTime = index >= 0 && All[index].Status == status ? All[index].LastTransitionTime : Now,
        };
        return this with { All = index >= 0 ? All.SetItem(index, next) : All.Add(next) };
    }
}
