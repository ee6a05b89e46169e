using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition")]
public sealed partial record CustomResourceDefinition : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public CustomResourceDefinitionSpec Spec { get; init; } = new();

    [Field(3)]
    public CustomResourceDefinitionStatus Status { get; init; } = new();
}
