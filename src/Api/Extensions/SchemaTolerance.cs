using ActorKube.Api.AdmissionRegistration;
namespace ActorKube.Api.Extensions;

/// <summary>Rules that an update need not follow since the stored definition already breaks them.</summary>
internal sealed record SchemaTolerance
{
    public static readonly SchemaTolerance None = new();

    public bool MissingSchemas { get; init; }

    public bool UnknownTypes { get; init; }

    public bool UnprunedDefaults { get; init; }

    public bool GranularSets { get; init; }

    public bool LooseMapKeys { get; init; }

    public bool UnknownReviewVersions { get; init; }

    public static SchemaTolerance Of(CustomResourceDefinition previous)
    {
        var schemas = (previous.Spec.Versions ?? []).Select(v => SchemaNode.Of(v.Schema?.OpenAPIV3Schema)).ToList();
        var nodes = schemas.OfType<SchemaNode>().SelectMany(s => s.Descendants()).ToList();
        return new()
        {
            MissingSchemas = schemas.Contains(null),
            UnknownTypes = nodes.Any(n => !SchemaRules.IsKnownType(n)),
            UnprunedDefaults = nodes.Any(n => n.Props.Default is { } value && SchemaDefaults.HasUnknownFields(value, n)),
            GranularSets = nodes.Any(ListTypeRules.IsGranularSet),
            LooseMapKeys = nodes.Any(ListTypeRules.HasLooseKeys),
            UnknownReviewVersions = previous.Spec.Conversion?.Webhook?.ConversionReviewVersions is { Count: > 0 } versions
                && !versions.Any(ReviewVersionValidation.IsKnown),
        };
    }
}
