using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec")]
public sealed partial record CustomResourceDefinitionSpec
{
    [Field(1, Required = true)]
    public string Group { get; init; } = "";

    [Field(3, Required = true)]
    public CustomResourceDefinitionNames Names { get; init; } = new();

    [Field(4, Required = true)]
    public string Scope { get; init; } = "";

    [Field(7, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<CustomResourceDefinitionVersion>? Versions { get; init; }

    [Field(9)]
    public CustomResourceConversion? Conversion { get; init; }

    [Field(10)]
    public bool PreserveUnknownFields { get; init; }
}
