using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Probes of a container.</summary>
internal static class ProbeValidation
{
    /// <param name="path">The container's path.</param>
    public static void Validate(Container container, FieldPath path, FieldErrors errors)
    {
        if (container.LivenessProbe is { } liveness)
        {
            Validate(liveness, path.Child("livenessProbe"), errors);
            OneSuccess(liveness, path.Child("livenessProbe"), errors);
        }

        if (container.ReadinessProbe is { } readiness)
        {
            Validate(readiness, path.Child("readinessProbe"), errors);
            if (readiness.TerminationGracePeriodSeconds is { } seconds)
            {
                errors.Invalid(path.Child("readinessProbe").Child("terminationGracePeriodSeconds"), seconds, "must not be set for readinessProbes");
            }
        }

        if (container.StartupProbe is { } startup)
        {
            Validate(startup, path.Child("startupProbe"), errors);
            OneSuccess(startup, path.Child("startupProbe"), errors);
        }
    }

    private static void Validate(Probe probe, FieldPath path, FieldErrors errors)
    {
        HandlerValidation.Validate(new Handler(probe.Exec, probe.HttpGet, probe.TcpSocket, probe.Grpc, null), path, errors, gracePeriod: null, allowZeroSleep: false);
        errors.NotNegative(path.Child("initialDelaySeconds"), probe.InitialDelaySeconds);
        errors.NotNegative(path.Child("timeoutSeconds"), probe.TimeoutSeconds);
        errors.NotNegative(path.Child("periodSeconds"), probe.PeriodSeconds);
        errors.NotNegative(path.Child("successThreshold"), probe.SuccessThreshold);
        errors.NotNegative(path.Child("failureThreshold"), probe.FailureThreshold);
        if (probe.TerminationGracePeriodSeconds is <= 0)
        {
            errors.Invalid(path.Child("terminationGracePeriodSeconds"), probe.TerminationGracePeriodSeconds, "must be greater than 0");
        }
    }

    private static void OneSuccess(Probe probe, FieldPath path, FieldErrors errors)
    {
        if (probe.SuccessThreshold != 1)
        {
            errors.Invalid(path.Child("successThreshold"), probe.SuccessThreshold, "must be 1");
        }
    }
}
