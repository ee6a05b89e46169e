namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>
/// Labels on everything that ActorKube makes in an engine. They and the names (<see cref="EngineNames"/>) are the whole memory of the runtime: after a restart nothing
/// else is read.
/// </summary>
internal static class EngineLabels
{
    /// <summary>All names below it are the runtime's.</summary>
    public const string Prefix = "io.actorkube.";

    /// <summary>Id of the node that owns it. Several nodes can share an engine.</summary>
    public const string Node = Prefix + "node";

    /// <summary><see cref="SandboxKind"/> or <see cref="ContainerKind"/>.</summary>
    public const string Kind = Prefix + "kind";

    public const string SandboxKind = "sandbox";
    public const string ContainerKind = "container";

    /// <summary>On a sandbox that was made for the warm pool.</summary>
    public const string Warm = Prefix + "warm";

    public const string PodNamespace = Prefix + "pod.namespace";
    public const string PodName = Prefix + "pod.name";
    public const string PodUid = Prefix + "pod.uid";
    public const string Container = Prefix + "container";
    public const string Attempt = Prefix + "attempt";
    public const string SpecHash = Prefix + "spec-hash";

    /// <summary>Id of the sandbox that a container is in.</summary>
    public const string Sandbox = Prefix + "sandbox";

    /// <summary>Host name that the container gets at its start, since that of its sandbox is another. See <see cref="Linux.StartupHostname"/>.</summary>
    public const string Hostname = Prefix + "hostname";

    public static string Of(string label, string value) => $"{label}={value}";
}
