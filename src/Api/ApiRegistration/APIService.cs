using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.ApiRegistration;

[ApiType("io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService")]
public sealed partial record APIService : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public APIServiceSpec Spec { get; init; } = new();

    [Field(3)]
    public APIServiceStatus Status { get; init; } = new();
}
