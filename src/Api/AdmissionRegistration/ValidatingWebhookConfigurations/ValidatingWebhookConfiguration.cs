using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Registers hooks that may refuse requests; they see the object as it is to be stored.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration")]
public sealed partial record ValidatingWebhookConfiguration : IApiObject
{
    /// <summary>The kind of this object, <c>ValidatingWebhookConfiguration</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>admissionregistration.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The hooks; those that match a request are called in parallel.</summary>
    [Field(2, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ValidatingWebhook>? Webhooks { get; init; }
}
