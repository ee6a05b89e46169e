using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Entries of a ConfigMap as files of a projected volume.</summary>
[ApiType("io.k8s.api.core.v1.ConfigMapProjection")]
public sealed partial record ConfigMapProjection
{
    /// <summary>ConfigMap of the Pod's namespace, by name.</summary>
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    /// <summary>
    /// Entries to take and their paths; all entries under their keys when absent. A missing key is an error unless <c>optional</c>.
    /// </summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<KeyToPath>? Items { get; init; }

    /// <summary><c>true</c> lets the Pod start when the ConfigMap or a listed key doesn't exist.</summary>
    [Field(4)]
    public bool? Optional { get; init; }
}
