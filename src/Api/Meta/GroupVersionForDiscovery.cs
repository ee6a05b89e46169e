using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>One version of an API group.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery")]
public sealed partial record GroupVersionForDiscovery
{
    /// <summary>Group and version as objects name them: <c>apps/v1</c>.</summary>
    [Field(1, Required = true)]
    public string GroupVersion { get; init; } = "";

    /// <summary>The version alone: <c>v1</c>.</summary>
    [Field(2, Required = true)]
    public string Version { get; init; } = "";
}
