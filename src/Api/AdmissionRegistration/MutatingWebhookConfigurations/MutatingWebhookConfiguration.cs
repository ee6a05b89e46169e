using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Registers hooks that may change objects; they run before any that only validate.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration")]
public sealed partial record MutatingWebhookConfiguration : IApiObject
{
    /// <summary>The kind of this object, <c>MutatingWebhookConfiguration</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>admissionregistration.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The hooks; called one after the other, in an order not to be relied on.</summary>
    [Field(2, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<MutatingWebhook>? Webhooks { get; init; }
}
