namespace ActorKube.Server.Negotiation;

public enum Encoding
{
    Json,
    Yaml,
    Protobuf,
}

/// <summary>What the client wants to be shown of an object.</summary>
public enum Shape
{
    /// <summary>The object itself.</summary>
    Full,
    Table,
    Metadata,
    MetadataList,
}

/// <summary>How an answer is written.</summary>
/// <param name="Version">Version of meta.k8s.io that a Table or metadata is asked for in.</param>
/// <param name="Pretty">Indented, for a person to read.</param>
public sealed record ResponseFormat(Encoding Encoding, Shape Shape, string Version, bool Pretty)
{
    public static readonly ResponseFormat Plain = new(Encoding.Json, Shape.Full, "", false);

    public string ContentType => Encoding switch
    {
        Encoding.Json => MediaType.Json,
        Encoding.Yaml => MediaType.Yaml,
        _ => MediaType.Protobuf,
    };
}
