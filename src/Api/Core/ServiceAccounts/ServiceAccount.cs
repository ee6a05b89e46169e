using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ServiceAccount")]
public sealed partial record ServiceAccount : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ObjectReference>? Secrets { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<LocalObjectReference>? ImagePullSecrets { get; init; }

    [Field(4)]
    public bool? AutomountServiceAccountToken { get; init; }
}
