using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Environment variable of a container, with its value or where to find it.</summary>
[ApiType("io.k8s.api.core.v1.EnvVar")]
public sealed partial record EnvVar
{
    /// <summary>Name of the variable, without an equals sign; a later one of the same name wins.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Value, where <c>$(OTHER)</c> stands for variables defined before; an unknown one is left as written. Default empty.</summary>
    [Field(2)]
    public string? Value { get; init; }

    /// <summary>Source to read the value from; excludes a non-empty <c>value</c>.</summary>
    [Field(3)]
    public EnvVarSource? ValueFrom { get; init; }
}
