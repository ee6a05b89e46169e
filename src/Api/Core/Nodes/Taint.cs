using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Mark on a node that keeps away Pods which don't tolerate it.</summary>
[ApiType("io.k8s.api.core.v1.Taint")]
public sealed partial record Taint
{
    /// <summary>Key of the taint, such as <c>node.kubernetes.io/unreachable</c>; required.</summary>
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    /// <summary>Value of the taint, which tolerations can ask for; may be empty.</summary>
    [Field(2)]
    public string? Value { get; init; }

    /// <summary><c>NoSchedule</c> takes no new Pods, <c>PreferNoSchedule</c> avoids them, <c>NoExecute</c> also evicts those that run.</summary>
    [Field(3, Required = true, Enum = ["NoExecute", "NoSchedule", "PreferNoSchedule"])]
    public string Effect { get; init; } = "";

    /// <summary>When a <c>NoExecute</c> taint was put on; toleration times count from here.</summary>
    [Field(4)]
    public DateTimeOffset? TimeAdded { get; init; }
}
