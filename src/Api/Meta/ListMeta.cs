using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>What a list says about itself: its version, and how to get the rest of it.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta")]
public sealed partial record ListMeta
{
    /// <summary>Retired since v1.20: the server never fills it.</summary>
    [Field(1)]
    public string? SelfLink { get; init; }

    /// <summary>Version of the store that the list shows; a watch started from it misses nothing. Opaque, to be compared for equality only.</summary>
    [Field(2)]
    public string? ResourceVersion { get; init; }

    /// <summary>
    /// Token that fetches the next chunk of a list cut short by <c>limit</c>; empty at the end. It expires after some minutes with <c>410 Gone</c>.
    /// </summary>
    [Field(3)]
    public string? Continue { get; init; }

    /// <summary>Rough count of the items in later chunks; absent in the last one and whenever the request has a selector.</summary>
    [Field(4)]
    public long? RemainingItemCount { get; init; }
}
