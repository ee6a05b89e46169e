using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>One version of a kind: its schema, subresources and columns.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion")]
public sealed partial record CustomResourceDefinitionVersion
{
    /// <summary>Name in URLs, such as <c>v1</c> or <c>v1beta2</c>; unique in the definition.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Whether requests in this version are answered.</summary>
    [Field(2, Required = true, Always = true)]
    public bool Served { get; init; }

    /// <summary>Whether objects are stored in it; exactly one version must say so.</summary>
    [Field(3, Required = true, Always = true)]
    public bool Storage { get; init; }

    /// <summary><c>true</c> adds a warning header to each answer. Default <c>false</c>.</summary>
    [Field(7)]
    public bool Deprecated { get; init; }

    /// <summary>Text of the warning, at most 256 characters; a standard text when absent. Needs <c>deprecated</c>.</summary>
    [Field(8, KeepEmpty = true)]
    public string? DeprecationWarning { get; init; }

    /// <summary>Schema by which objects are validated, pruned and defaulted; required.</summary>
    [Field(4)]
    public CustomResourceValidation? Schema { get; init; }

    /// <summary>Subresources that objects have in this version; none when absent.</summary>
    [Field(5)]
    public CustomResourceSubresources? Subresources { get; init; }

    /// <summary>Columns to show; the age alone when empty.</summary>
    [Field(6, List = ListType.Atomic)]
    public IReadOnlyList<CustomResourceColumnDefinition>? AdditionalPrinterColumns { get; init; }

    /// <summary>Fields that field selectors may use, 8 at most.</summary>
    [Field(9, List = ListType.Atomic)]
    public IReadOnlyList<SelectableField>? SelectableFields { get; init; }
}
