namespace ActorKube.Api.Core;

/// <summary>Defaults of probes and of hooks: times in seconds, counts of consecutive results.</summary>
public static class ProbeDefaults
{
    public static Probe? Apply(Probe? probe) => probe is null ? null : probe with
    {
        TimeoutSeconds = probe.TimeoutSeconds == 0 ? 1 : probe.TimeoutSeconds,
        PeriodSeconds = probe.PeriodSeconds == 0 ? 10 : probe.PeriodSeconds,
        SuccessThreshold = probe.SuccessThreshold == 0 ? 1 : probe.SuccessThreshold,
        FailureThreshold = probe.FailureThreshold == 0 ? 3 : probe.FailureThreshold,
        HttpGet = Apply(probe.HttpGet),
        Grpc = probe.Grpc is { Service: null } grpc ? grpc with { Service = "" } : probe.Grpc,
    };

    public static Lifecycle? Apply(Lifecycle? lifecycle) => lifecycle is null ? null : lifecycle with
    {
        PostStart = Apply(lifecycle.PostStart),
        PreStop = Apply(lifecycle.PreStop),
    };

    private static LifecycleHandler? Apply(LifecycleHandler? handler) =>
        handler is { HttpGet: { } request } ? handler with { HttpGet = Apply(request) } : handler;

    private static HTTPGetAction? Apply(HTTPGetAction? request) => request is null ? null : request with
    {
        Path = request.Path ?? "/",
        Scheme = request.Scheme ?? "HTTP",
    };
}
