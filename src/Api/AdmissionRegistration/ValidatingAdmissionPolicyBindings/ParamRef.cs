using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Parameter objects of a binding; set exactly one of <c>name</c> and <c>selector</c>.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.ParamRef", Atomic = true)]
public sealed partial record ParamRef
{
    /// <summary>Name of the one parameter object; excludes <c>selector</c>.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Namespace to look in. Absent takes that of the request, for namespaced parameter kinds; not allowed for cluster-wide ones.</summary>
    [Field(2)]
    public string? Namespace { get; init; }

    /// <summary>Labels of the objects: each one is applied, and all must pass. <c>{}</c> takes all.</summary>
    [Field(3)]
    public LabelSelector? Selector { get; init; }

    /// <summary>What if no object is found: <c>Allow</c> passes the request, <c>Deny</c> goes by the policy's failure policy. Required.</summary>
    [Field(4, KeepEmpty = true)]
    public string? ParameterNotFoundAction { get; init; }
}
