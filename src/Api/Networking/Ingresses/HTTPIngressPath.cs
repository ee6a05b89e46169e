using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Sends requests for a path to a backend.</summary>
[ApiType("io.k8s.api.networking.v1.HTTPIngressPath")]
public sealed partial record HTTPIngressPath
{
    /// <summary>Path, beginning with <c>/</c>; required for <c>Exact</c> and <c>Prefix</c>.</summary>
    [Field(1)]
    public string? Path { get; init; }

    /// <summary>
    /// <c>Exact</c>, <c>Prefix</c> (by whole steps: <c>/a</c> matches <c>/a/b</c>, not <c>/ab</c>) or <c>ImplementationSpecific</c>, as the
    /// controller sees fit.
    /// </summary>
    [Field(3, Required = true, KeepEmpty = true, Always = true, Enum = ["Exact", "ImplementationSpecific", "Prefix"])]
    public string? PathType { get; init; }

    /// <summary>Where requests for the path go: a Service or another object.</summary>
    [Field(2, Required = true)]
    public IngressBackend Backend { get; init; } = new();
}
