using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>A resource: its names, and what can be done with it.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.APIResource")]
public sealed partial record APIResource
{
    /// <summary>Plural as paths have it, such as <c>pods</c>; a subresource follows a slash: <c>pods/log</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Name of one such object, in lower case; empty for a subresource.</summary>
    [Field(6, Required = true)]
    public string SingularName { get; init; } = "";

    /// <summary>Whether the objects live in namespaces.</summary>
    [Field(2, Required = true, Always = true)]
    public bool Namespaced { get; init; }

    /// <summary>Group of the kind, where it isn't that of the list.</summary>
    [Field(8)]
    public string? Group { get; init; }

    /// <summary>Version of the kind, where it isn't that of the list.</summary>
    [Field(9)]
    public string? Version { get; init; }

    /// <summary>Kind of the objects, such as <c>Pod</c>.</summary>
    [Field(3, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>What can be done with it: <c>get</c>, <c>list</c>, <c>watch</c>, <c>create</c>, <c>update</c>, <c>patch</c>, <c>delete</c> and others.</summary>
    [Field(4, Required = true, Always = true)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Abbreviations for the command line, such as <c>po</c>.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? ShortNames { get; init; }

    /// <summary>Sets of resources that it belongs to, such as <c>all</c>.</summary>
    [Field(7, List = ListType.Atomic)]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Opaque value that changes with the version in which the objects are stored.</summary>
    [Field(10)]
    public string? StorageVersionHash { get; init; }
}
