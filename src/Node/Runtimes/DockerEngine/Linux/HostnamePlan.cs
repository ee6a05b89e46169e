namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>A host name to be replaced at a container's start.</summary>
/// <param name="Current">What the engine gives: the name of the sandbox.</param>
/// <param name="Wanted">The pod's.</param>
internal sealed record HostnamePlan(string ContainerId, string Current, string Wanted)
{
    /// <summary>The engine names a container after the first digits of its id.</summary>
    public const int OwnLength = 12;

    /// <summary>The plan that a container's labels tell of; null if its sandbox's name is right.</summary>
    public static HostnamePlan? From(string containerId, IReadOnlyDictionary<string, string>? labels) =>
        labels is not null
        && labels.TryGetValue(EngineLabels.Hostname, out var hostname)
        && labels.TryGetValue(EngineLabels.Sandbox, out var sandbox)
        && sandbox.Length >= OwnLength
            ? new HostnamePlan(containerId, sandbox[..OwnLength], hostname)
            : null;
}
