using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ComponentStatus")]
public sealed partial record ComponentStatus : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ComponentCondition>? Conditions { get; init; }
}
