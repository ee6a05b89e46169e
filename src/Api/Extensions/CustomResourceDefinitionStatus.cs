using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Whether a definition is in use, and under which names.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus")]
public sealed partial record CustomResourceDefinitionStatus
{
    /// <summary>Whether the names are free and the kind is served.</summary>
    [Field(1, Always = true, List = ListType.Map, Keys = ["type"])]
    public IReadOnlyList<CustomResourceDefinitionCondition>? Conditions { get; init; }

    /// <summary>Names in use; another definition may hold the one that was wanted.</summary>
    [Field(2)]
    public CustomResourceDefinitionNames AcceptedNames { get; init; } = new();

    /// <summary>Versions in which objects were ever stored. Remove one here only after migrating them; only then can it leave the spec.</summary>
    [Field(3, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? StoredVersions { get; init; }
}
