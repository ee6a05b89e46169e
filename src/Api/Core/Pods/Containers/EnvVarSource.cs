using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Source of a variable's value; exactly one must be set. It is read when the container starts and not followed.</summary>
[ApiType("io.k8s.api.core.v1.EnvVarSource")]
public sealed partial record EnvVarSource
{
    /// <summary>
    /// Field of the Pod: <c>metadata.name</c>, <c>metadata.namespace</c>, <c>metadata.uid</c>, a label or annotation, <c>spec.nodeName</c>,
    /// <c>spec.serviceAccountName</c>, <c>status.podIP</c> and the like.
    /// </summary>
    [Field(1)]
    public ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>Request or limit of a container: CPU, memory, ephemeral storage or huge pages.</summary>
    [Field(2)]
    public ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>Entry of a ConfigMap in the Pod's namespace.</summary>
    [Field(3)]
    public ConfigMapKeySelector? ConfigMapKeyRef { get; init; }

    /// <summary>Entry of a Secret in the Pod's namespace.</summary>
    [Field(4)]
    public SecretKeySelector? SecretKeyRef { get; init; }
}
