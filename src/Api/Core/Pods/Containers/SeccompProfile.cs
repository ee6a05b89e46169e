using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Filter of the system calls that a container may make.</summary>
[ApiType("io.k8s.api.core.v1.SeccompProfile", Unions = "[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"localhostProfile\":\"LocalhostProfile\"}}]")]
public sealed partial record SeccompProfile
{
    /// <summary><c>RuntimeDefault</c> for the runtime's profile, <c>Localhost</c> for a file on the node, <c>Unconfined</c> for none.</summary>
    [Field(1, Required = true, Enum = ["Localhost", "RuntimeDefault", "Unconfined"])]
    public string Type { get; init; } = "";

    /// <summary>Path of the profile below the node's seccomp directory, relative; required with <c>Localhost</c> and not allowed otherwise.</summary>
    [Field(2, KeepEmpty = true)]
    public string? LocalhostProfile { get; init; }
}
