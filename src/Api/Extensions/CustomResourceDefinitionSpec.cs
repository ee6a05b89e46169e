using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Names, scope, versions and schemas of a kind.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec")]
public sealed partial record CustomResourceDefinitionSpec
{
    /// <summary>API group that serves it, at <c>/apis/&lt;group&gt;</c>; the definition's name must end in it.</summary>
    [Field(1, Required = true)]
    public string Group { get; init; } = "";

    /// <summary>Names under which the kind is known; taken ones are refused.</summary>
    [Field(3, Required = true)]
    public CustomResourceDefinitionNames Names { get; init; } = new();

    /// <summary><c>Cluster</c> or <c>Namespaced</c>. Immutable once the definition is established.</summary>
    [Field(4, Required = true)]
    public string Scope { get; init; } = "";

    /// <summary>Versions of the kind. Discovery lists <c>v2</c> before <c>v1</c>, <c>v1beta1</c>, <c>v1alpha1</c>, and other names last.</summary>
    [Field(7, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<CustomResourceDefinitionVersion>? Versions { get; init; }

    /// <summary>How objects go from one version to another; <c>None</c> when absent.</summary>
    [Field(9)]
    public CustomResourceConversion? Conversion { get; init; }

    /// <summary>
    /// Must be <c>false</c>: fields outside the schema are dropped. Use the schema's <c>x-kubernetes-preserve-unknown-fields</c> for exceptions.
    /// </summary>
    [Field(10)]
    public bool PreserveUnknownFields { get; init; }
}
