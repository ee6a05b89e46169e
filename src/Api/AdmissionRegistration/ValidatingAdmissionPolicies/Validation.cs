using ActorKube.Api.Schema;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Expression that a request must meet, and what a refusal says.</summary>
[ApiType("io.k8s.api.admissionregistration.v1.Validation")]
public sealed partial record Validation
{
    /// <summary>
    /// CEL over <c>object</c>, <c>oldObject</c>, <c>request</c>, <c>params</c>, <c>namespaceObject</c>, <c>variables</c> and <c>authorizer</c>;
    /// <c>false</c> refuses the request.
    /// </summary>
    [Field(1, Required = true)]
    public string Expression { get; init; } = "";

    /// <summary>Message of a refusal, in one line; required when the expression has line breaks. Default names the expression.</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>
    /// Reason and HTTP code of a refusal: <c>Unauthorized</c>, <c>Forbidden</c>, <c>RequestEntityTooLarge</c> or <c>Invalid</c> (default).
    /// </summary>
    [Field(3, KeepEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>CEL that gives the message as a string; wins over <c>message</c>, which steps in if it fails or is blank.</summary>
    [Field(4)]
    public string? MessageExpression { get; init; }
}
