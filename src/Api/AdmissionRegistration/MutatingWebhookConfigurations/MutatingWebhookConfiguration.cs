using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

[ApiType("io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration")]
public sealed partial record MutatingWebhookConfiguration : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<MutatingWebhook>? Webhooks { get; init; }
}
