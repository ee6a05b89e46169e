using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.RuntimeClasses;

internal static class RuntimeClassValidation
{
    private static readonly FieldPath Handler = FieldPath.Of("handler");
    private static readonly FieldPath SchedulingPath = FieldPath.Of("scheduling");

    public static void Validate(RuntimeClass value, FieldErrors errors)
    {
        errors.InvalidAll(Handler, value.Handler, DnsNames.Label(value.Handler));
        ContainerResourceValidation.Validate(new ResourceRequirements { Limits = value.Overhead?.PodFixed }, FieldPath.Of("overhead"), errors);
        if (value.Scheduling is { } scheduling)
        {
            LabelValidation.Validate(scheduling.NodeSelector, SchedulingPath.Child("nodeSelector"), errors);
            TolerationsValidation.Validate(scheduling.Tolerations ?? [], SchedulingPath.Child("tolerations"), errors);
        }
    }

    public static void ValidateUpdate(RuntimeClass next, RuntimeClass previous, FieldErrors errors)
    {
        Validate(next, errors);
        errors.Immutable(Handler, next.Handler, previous.Handler);
    }
}
