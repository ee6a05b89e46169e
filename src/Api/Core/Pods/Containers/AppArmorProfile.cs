using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.AppArmorProfile", Unions = "[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"localhostProfile\":\"LocalhostProfile\"}}]")]
public sealed partial record AppArmorProfile
{
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    [Field(2, KeepEmpty = true)]
    public string? LocalhostProfile { get; init; }
}
