using System.Text.Json.Serialization;

namespace ActorKube.NodeAgent.Docker;

internal sealed record ErrorBody([property: JsonPropertyName("message")] string? Message);

internal sealed record EngineVersion
{
    public string Version { get; init; } = "";

    public string ApiVersion { get; init; } = "";

    public string? MinAPIVersion { get; init; }
}

internal sealed record EngineInfo
{
    public string ID { get; init; } = "";

    public string ServerVersion { get; init; } = "";

    public int NCPU { get; init; }

    public long MemTotal { get; init; }

    public string KernelVersion { get; init; } = "";

    public string OperatingSystem { get; init; } = "";

    /// <summary>As the kernel names it: <c>x86_64</c>, <c>aarch64</c>.</summary>
    public string Architecture { get; init; } = "";

    /// <summary><c>cgroupfs</c> or <c>systemd</c>.</summary>
    public string CgroupDriver { get; init; } = "";

    /// <summary><c>1</c> or <c>2</c>.</summary>
    public string CgroupVersion { get; init; } = "1";

    public IReadOnlyList<string>? SecurityOptions { get; init; }
}
