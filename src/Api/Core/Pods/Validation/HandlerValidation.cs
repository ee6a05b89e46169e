using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>What a probe or a hook does: the union of both one-ofs.</summary>
internal readonly record struct Handler(ExecAction? Exec, HTTPGetAction? HttpGet, TCPSocketAction? TcpSocket, GRPCAction? Grpc, SleepAction? Sleep);

/// <summary>Actions of probes and hooks: exactly one, and a valid one.</summary>
internal static class HandlerValidation
{
    public static void Validate(Lifecycle lifecycle, FieldPath path, FieldErrors errors, long? gracePeriod, bool allowZeroSleep)
    {
        if (lifecycle.PostStart is { } start)
        {
            Validate(new Handler(start.Exec, start.HttpGet, start.TcpSocket, null, start.Sleep), path.Child("postStart"), errors, gracePeriod, allowZeroSleep);
        }

        if (lifecycle.PreStop is { } stop)
        {
            Validate(new Handler(stop.Exec, stop.HttpGet, stop.TcpSocket, null, stop.Sleep), path.Child("preStop"), errors, gracePeriod, allowZeroSleep);
        }
    }

    /// <param name="gracePeriod">Seconds that the pod has to stop in; null where that isn't known or doesn't matter.</param>
    public static void Validate(Handler handler, FieldPath path, FieldErrors errors, long? gracePeriod, bool allowZeroSleep)
    {
        var count = 0;
        if (handler.Exec is { } exec && First("exec") is { } execPath && exec.Command is not { Count: > 0 })
        {
            errors.Required(execPath.Child("command"));
        }

        if (handler.HttpGet is { } request && First("httpGet") is { } requestPath)
        {
            ValidateRequest(request, requestPath, errors);
        }

        if (handler.TcpSocket is { } socket && First("tcpSocket") is { } socketPath)
        {
            errors.PortNumberOrName(socketPath.Child("port"), socket.Port);
        }

        if (handler.Grpc is { } grpc && First("grpc") is { } grpcPath)
        {
            errors.PortNumberOrName(grpcPath.Child("port"), new IntOrString(grpc.Port));
        }

        if (handler.Sleep is { } sleep && First("sleep") is { } sleepPath)
        {
            ValidateSleep(sleep, sleepPath, errors, gracePeriod, allowZeroSleep);
        }

        if (count == 0)
        {
            errors.Required(path, "must specify a handler type");
        }

        // The path of the first action; the others are only refused.
        FieldPath? First(string name)
        {
            if (count++ == 0)
            {
                return path.Child(name);
            }

            errors.Forbidden(path.Child(name), "may not specify more than 1 handler type");
            return null;
        }
    }

    private static void ValidateRequest(HTTPGetAction request, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("path"), request.Path);
        errors.PortNumberOrName(path.Child("port"), request.Port);
        errors.OneOfOrEmpty(path.Child("scheme"), request.Scheme ?? "", "HTTP", "HTTPS");
        foreach (var header in request.HttpHeaders.OrEmpty())
        {
            errors.AllInvalid(path.Child("httpHeaders"), header.Name, Identifiers.HttpHeaderName(header.Name));
        }
    }

    private static void ValidateSleep(SleepAction sleep, FieldPath path, FieldErrors errors, long? gracePeriod, bool allowZero)
    {
        if (gracePeriod is not { } limit || (sleep.Seconds >= (allowZero ? 0 : 1) && sleep.Seconds <= limit))
        {
            return;
        }

        errors.Invalid(path, sleep.Seconds, allowZero
            ? string.Create(CultureInfo.InvariantCulture, $"must be non-negative and less than terminationGracePeriodSeconds ({limit})")
            : string.Create(CultureInfo.InvariantCulture, $"must be greater than 0 and less than terminationGracePeriodSeconds ({limit}). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep."));
    }
}
