using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.SleepAction")]
public sealed partial record SleepAction
{
    [Field(1, Required = true, Always = true)]
    public long Seconds { get; init; }
}
