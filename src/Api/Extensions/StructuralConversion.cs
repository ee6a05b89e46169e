namespace ActorKube.Api.Extensions;

/// <summary>Whether a schema can be read as a structural one at all.</summary>
internal static class StructuralConversion
{
    /// <summary>The first thing that a structural schema has no place for; null for none.</summary>
    public static string? WhyImpossible(SchemaNode root) => root.Descendants().Select(Why).FirstOrDefault(w => w is not null);

    private static string? Why(SchemaNode node) => node.Props switch
    {
        { Id: not null } => Unsupported("id"),
        { Schema: not null } => Unsupported("schema"),
        { Ref.Length: > 0 } => Unsupported("$ref"),
        { PatternProperties.Count: > 0 } => Unsupported("patternProperties"),
        { Dependencies.Count: > 0 } => Unsupported("dependencies"),
        { AdditionalItems: not null } => Unsupported("additionalItems"),
        { Definitions.Count: > 0 } => Unsupported("definitions"),
        { XPreserveUnknownFields: false } => "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined",
        _ when node.ItemList.Count > 0 => "OpenAPIV3Schema 'items' must be a schema, but is an array",
        _ => null,
    };

    private static string Unsupported(string field) => $"OpenAPIV3Schema '{field}' is not supported";
}
