using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume with the entries of a ConfigMap as files, updated when it changes.</summary>
[ApiType("io.k8s.api.core.v1.ConfigMapVolumeSource")]
public sealed partial record ConfigMapVolumeSource
{
    /// <summary>ConfigMap of the Pod's namespace, by name.</summary>
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    /// <summary>
    /// Entries to take and their paths; all entries under their keys when absent. A missing key is an error unless <c>optional</c>.
    /// </summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<KeyToPath>? Items { get; init; }

    /// <summary>Permission bits of files, 0 to 0777, default 0644. JSON has no octal numbers: write 420.</summary>
    [Field(3)]
    public int? DefaultMode { get; init; }

    /// <summary><c>true</c> lets the Pod start when the ConfigMap or a listed key doesn't exist.</summary>
    [Field(4)]
    public bool? Optional { get; init; }
}
