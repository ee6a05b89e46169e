using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IngressBackend")]
public sealed partial record IngressBackend
{
    [Field(4)]
    public IngressServiceBackend? Service { get; init; }

    [Field(3)]
    public TypedLocalObjectReference? Resource { get; init; }
}
