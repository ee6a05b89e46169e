using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

/// <summary>
/// A specification as Kubernetes checks it: what all versions have in common stands once above them. Its messages name fields of
/// this form, <c>spec.validation</c> instead of <c>spec.versions[0].schema</c>.
/// </summary>
internal sealed record HoistedSpec
{
    public required IReadOnlyList<CustomResourceDefinitionVersion> Versions { get; init; }

    public JSONSchemaProps? Schema { get; init; }

    public bool HasValidation { get; init; }

    public CustomResourceSubresources? Subresources { get; init; }

    public IReadOnlyList<CustomResourceColumnDefinition> Columns { get; init; } = [];

    public IReadOnlyList<SelectableField> SelectableFields { get; init; } = [];

    public static HoistedSpec Of(CustomResourceDefinitionSpec spec)
    {
        if (spec.Versions is not { Count: > 0 } versions)
        {
            return new() { Versions = [] };
        }

        var first = versions[0];
        var schema = versions.All(v => ApiEquality.Same(v.Schema, first.Schema));
        var subresources = versions.All(v => ApiEquality.Same(v.Subresources, first.Subresources));
        var columns = versions.All(v => (v.AdditionalPrinterColumns ?? []).SequenceEqual(first.AdditionalPrinterColumns ?? []));
        var fields = versions.All(v => (v.SelectableFields ?? []).SequenceEqual(first.SelectableFields ?? []));
        return new()
        {
            HasValidation = schema && first.Schema is not null,
            Schema = schema ? first.Schema?.OpenAPIV3Schema : null,
            Subresources = subresources ? first.Subresources : null,
            Columns = columns ? first.AdditionalPrinterColumns ?? [] : [],
            SelectableFields = fields ? first.SelectableFields ?? [] : [],
            Versions =
            [
                .. versions.Select(v => v with
                {
                    Schema = schema ? null : v.Schema,
                    Subresources = subresources ? null : v.Subresources,
                    AdditionalPrinterColumns = columns ? null : v.AdditionalPrinterColumns,
                    SelectableFields = fields ? null : v.SelectableFields,
                }),
            ],
        };
    }

    /// <summary>True if objects of the version have a status of their own.</summary>
    public bool HasStatus(CustomResourceDefinitionVersion version) =>
        (Versions.Any(v => v.Subresources is not null) ? version.Subresources : Subresources)?.Status is not null;

    public bool AnyHasStatus => Subresources?.Status is not null || Versions.Any(v => v.Subresources?.Status is not null);
}
