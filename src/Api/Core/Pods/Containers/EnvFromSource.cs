using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>ConfigMap or Secret whose entries all become environment variables.</summary>
[ApiType("io.k8s.api.core.v1.EnvFromSource")]
public sealed partial record EnvFromSource
{
    /// <summary>Text put in front of each key to make the variable's name.</summary>
    [Field(1)]
    public string? Prefix { get; init; }

    /// <summary>ConfigMap whose entries become variables; excludes <c>secretRef</c>.</summary>
    [Field(2)]
    public ConfigMapEnvSource? ConfigMapRef { get; init; }

    /// <summary>Secret whose entries become variables; excludes <c>configMapRef</c>.</summary>
    [Field(3)]
    public SecretEnvSource? SecretRef { get; init; }
}
