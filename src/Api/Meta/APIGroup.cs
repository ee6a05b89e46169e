using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Answer of <c>/apis/GROUP</c>: an API group and its versions.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup")]
public sealed partial record APIGroup
{
    /// <summary>The kind of this answer, <c>APIGroup</c>; absent inside a list.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API version of this answer, <c>v1</c>; absent inside a list.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name of the group, such as <c>apps</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Versions that can be used.</summary>
    [Field(2, List = ListType.Atomic, Required = true, Always = true)]
    public IReadOnlyList<GroupVersionForDiscovery>? Versions { get; init; }

    /// <summary>Version that the server recommends, which should be the most stable one.</summary>
    [Field(3)]
    public GroupVersionForDiscovery PreferredVersion { get; init; } = new();

    /// <summary>Addresses of the server, each with the clients that should use it; the longest range that matches wins.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; init; }
}
