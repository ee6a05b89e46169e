using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Names under which a kind is known in URLs, manifests and command lines.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames")]
public sealed partial record CustomResourceDefinitionNames
{
    /// <summary>Name in URLs, <c>/apis/&lt;group&gt;/&lt;version&gt;/&lt;plural&gt;</c>; lower-case and immutable.</summary>
    [Field(1, Required = true)]
    public string Plural { get; init; } = "";

    /// <summary>Name of a single object, in lower case; the kind in lower case when empty.</summary>
    [Field(2)]
    public string? Singular { get; init; }

    /// <summary>Short forms for command lines, in lower case.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? ShortNames { get; init; }

    /// <summary>Kind of an object, in CamelCase and singular.</summary>
    [Field(4, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Kind of a list of objects; <c>&lt;kind&gt;List</c> when empty.</summary>
    [Field(5)]
    public string? ListKind { get; init; }

    /// <summary>Groups of kinds it can be listed with, such as <c>all</c> in <c>kubectl get all</c>.</summary>
    [Field(6, List = ListType.Atomic)]
    public IReadOnlyList<string>? Categories { get; init; }
}
