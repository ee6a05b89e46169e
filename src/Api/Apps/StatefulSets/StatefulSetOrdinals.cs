using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

[ApiType("io.k8s.api.apps.v1.StatefulSetOrdinals")]
public sealed partial record StatefulSetOrdinals
{
    [Field(1, Always = true)]
    public int Start { get; init; }
}
