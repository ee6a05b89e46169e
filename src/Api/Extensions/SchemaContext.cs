namespace ActorKube.Api.Extensions;

/// <summary>Where in a schema a node stands, as far as rules depend on it.</summary>
internal sealed record SchemaContext(SchemaTolerance Tolerance)
{
    public bool IsRoot { get; init; }

    /// <summary>Inside metadata, kind or apiVersion of an object.</summary>
    public bool InMetadata { get; init; }

    /// <summary>Why there can be no defaults here; null where there can.</summary>
    public string? NoDefaults { get; init; }

    public static SchemaContext Root(SchemaTolerance tolerance) => new(tolerance) { IsRoot = true };
}
