using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Parts of an SELinux label; empty ones take the runtime's default.</summary>
[ApiType("io.k8s.api.core.v1.SELinuxOptions")]
public sealed partial record SELinuxOptions
{
    /// <summary>User part of the label, such as <c>system_u</c>.</summary>
    [Field(1)]
    public string? User { get; init; }

    /// <summary>Role part of the label, such as <c>system_r</c>.</summary>
    [Field(2)]
    public string? Role { get; init; }

    /// <summary>Type part of the label, such as <c>spc_t</c>.</summary>
    [Field(3)]
    public string? Type { get; init; }

    /// <summary>Level part of the label, such as <c>s0:c123,c456</c>.</summary>
    [Field(4)]
    public string? Level { get; init; }
}
