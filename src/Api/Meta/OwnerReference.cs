using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference", Atomic = true)]
public sealed partial record OwnerReference
{
    [Field(5, Required = true)]
    public string ApiVersion { get; init; } = "";

    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    [Field(3, Required = true)]
    public string Name { get; init; } = "";

    [Field(4, Required = true)]
    public string Uid { get; init; } = "";

    [Field(6)]
    public bool? Controller { get; init; }

    [Field(7)]
    public bool? BlockOwnerDeletion { get; init; }
}
