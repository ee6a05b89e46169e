using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>AppArmor profile that a container is confined with, on nodes that support it.</summary>
[ApiType("io.k8s.api.core.v1.AppArmorProfile", Unions = "[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"localhostProfile\":\"LocalhostProfile\"}}]")]
public sealed partial record AppArmorProfile
{
    /// <summary><c>RuntimeDefault</c> for the runtime's profile, <c>Localhost</c> for one loaded on the node, <c>Unconfined</c> for none.</summary>
    [Field(1, Required = true, Enum = ["Localhost", "RuntimeDefault", "Unconfined"])]
    public string Type { get; init; } = "";

    /// <summary>Name of a profile loaded on the node; required with <c>Localhost</c> and not allowed otherwise.</summary>
    [Field(2, KeepEmpty = true)]
    public string? LocalhostProfile { get; init; }
}
