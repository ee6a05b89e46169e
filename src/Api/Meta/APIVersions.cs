using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Answer of <c>/api</c>: the versions of the core group.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.APIVersions")]
public sealed partial record APIVersions
{
    /// <summary>The kind of this answer, <c>APIVersions</c>.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API version of this answer; the server leaves it out.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Versions of the core group that can be used.</summary>
    [Field(1, List = ListType.Atomic, Required = true, Always = true)]
    public IReadOnlyList<string>? Versions { get; init; }

    /// <summary>Addresses of the server, each with the clients that should use it; the longest range that matches wins.</summary>
    [Field(2, List = ListType.Atomic, Required = true, Always = true)]
    public IReadOnlyList<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; init; }
}
