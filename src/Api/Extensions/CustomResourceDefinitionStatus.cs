using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus")]
public sealed partial record CustomResourceDefinitionStatus
{
    [Field(1, Always = true, List = ListType.Map, Keys = ["type"])]
    public IReadOnlyList<CustomResourceDefinitionCondition>? Conditions { get; init; }

    [Field(2)]
    public CustomResourceDefinitionNames AcceptedNames { get; init; } = new();

    [Field(3, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? StoredVersions { get; init; }
}
