using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorKube.Api.Serialization;

/// <summary>Bounds and options that all JSON of the API is read and written with.</summary>
public static class JsonLimits
{
    /// <summary>Deepest nesting that is read. Kubernetes' deepest type, a custom resource's schema, is legal far below it.</summary>
    public const int MaxDepth = 512;

    /// <summary>Text is written as it is: no HTML is made of it.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = MaxDepth };
}
