using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion")]
public sealed partial record CustomResourceDefinitionVersion
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2, Required = true, Always = true)]
    public bool Served { get; init; }

    [Field(3, Required = true, Always = true)]
    public bool Storage { get; init; }

    [Field(7)]
    public bool Deprecated { get; init; }

    [Field(8, KeepEmpty = true)]
    public string? DeprecationWarning { get; init; }

    [Field(4)]
    public CustomResourceValidation? Schema { get; init; }

    [Field(5)]
    public CustomResourceSubresources? Subresources { get; init; }

    [Field(6, List = ListType.Atomic)]
    public IReadOnlyList<CustomResourceColumnDefinition>? AdditionalPrinterColumns { get; init; }

    [Field(9, List = ListType.Atomic)]
    public IReadOnlyList<SelectableField>? SelectableFields { get; init; }
}
