namespace ActorKube.NodeAgent.Probes;

internal enum ProbeKind
{
    Startup,
    Liveness,
    Readiness,
}
