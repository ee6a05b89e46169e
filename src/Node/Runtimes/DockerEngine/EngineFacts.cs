using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>What was learnt of the engine when it was connected.</summary>
/// <param name="Architecture">As Go names it.</param>
/// <param name="SandboxImage">Reference of the sandboxes' image.</param>
/// <param name="IsLocal">It runs on this host: its containers' processes and files can be reached.</param>
internal sealed record EngineFacts(string Version, string Architecture, string SandboxImage, bool IsLocal, Cgroups Cgroups)
{
    public bool CanLowerOomScore { get; } = !IsLocal || Capabilities.CanLowerOomScore();

    public static string GoArchitecture(string kernel) => kernel switch
    {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        _ => kernel,
    };
}
