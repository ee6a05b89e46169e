using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>HTTP GET request; a status from 200 to 399 is success.</summary>
[ApiType("io.k8s.api.core.v1.HTTPGetAction")]
public sealed partial record HTTPGetAction
{
    /// <summary>Path of the request at the server, default <c>/</c>.</summary>
    [Field(1)]
    public string? Path { get; init; }

    /// <summary>Port by number, or by the name of a container port.</summary>
    [Field(2, Required = true)]
    public IntOrString Port { get; init; }

    /// <summary>Host to connect to, default the Pod's IP. For virtual hosts set a <c>Host</c> header rather than this.</summary>
    [Field(3)]
    public string? Host { get; init; }

    /// <summary><c>HTTP</c> (default) or <c>HTTPS</c>, without a check of the certificate.</summary>
    [Field(4, Enum = ["HTTP", "HTTPS"])]
    public string? Scheme { get; init; }

    /// <summary>Headers to send along; the same name may appear more than once.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<HTTPHeader>? HttpHeaders { get; init; }
}
