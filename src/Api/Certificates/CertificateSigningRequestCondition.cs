using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

/// <summary>Decision about a request or its failure. Once there, it can't be removed.</summary>
[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequestCondition")]
public sealed partial record CertificateSigningRequestCondition
{
    /// <summary><c>Approved</c>, <c>Denied</c> (not both) or <c>Failed</c>, when the signer couldn't issue.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary><c>True</c> for the known types <c>Approved</c>, <c>Denied</c> and <c>Failed</c>; they can't be anything else.</summary>
    [Field(6, Required = true)]
    public string Status { get; init; } = "";

    /// <summary>CamelCase word for programs that says why the condition has its status.</summary>
    [Field(2)]
    public string? Reason { get; init; }

    /// <summary>Details of the present status in words, for people; may be empty.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>When the condition was last written, set by the server when left out.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastUpdateTime { get; init; }

    /// <summary>When <c>status</c> last took another value; a new reason or message alone leaves the time as it is.</summary>
    [Field(5, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }
}
