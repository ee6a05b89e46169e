using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Column that <c>kubectl get</c> shows for a custom resource.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition")]
public sealed partial record CustomResourceColumnDefinition
{
    /// <summary>Heading of the column, as shown to people.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>OpenAPI type of the value: <c>integer</c>, <c>number</c>, <c>string</c>, <c>boolean</c> or <c>date</c>.</summary>
    [Field(2, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>OpenAPI format, such as <c>int32</c>; <c>name</c> marks the column with the object's name.</summary>
    [Field(3)]
    public string? Format { get; init; }

    /// <summary>Explanation of the column for people, shown by some tools.</summary>
    [Field(4)]
    public string? Description { get; init; }

    /// <summary>0 for columns that always show; higher ones show in the wide form only.</summary>
    [Field(5)]
    public int Priority { get; init; }

    /// <summary>Path of the value in the object, such as <c>.spec.replicas</c>; simple paths only.</summary>
    [Field(6, Required = true)]
    public string JsonPath { get; init; } = "";
}
