using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Identity for Pods and other programs inside the cluster.</summary>
[ApiType("io.k8s.api.core.v1.ServiceAccount")]
public sealed partial record ServiceAccount : IApiObject
{
    /// <summary>The kind of this object, <c>ServiceAccount</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>
    /// Secrets that Pods of the account may mount. A limit only with the deprecated annotation <c>kubernetes.io/enforce-mountable-secrets</c>.
    /// </summary>
    [Field(2, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ObjectReference>? Secrets { get; init; }

    /// <summary>Secrets with registry credentials, added to Pods of the account that have none of their own.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<LocalObjectReference>? ImagePullSecrets { get; init; }

    /// <summary><c>false</c> keeps tokens out of Pods of this account. The Pod's own field wins.</summary>
    [Field(4)]
    public bool? AutomountServiceAccountToken { get; init; }
}
