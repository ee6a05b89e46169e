using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorKube.Api.Serialization;

/// <summary>Bounds and options that all JSON of the API is read and written with.</summary>
public static class JsonLimits
{
    /// <summary>Deepest nesting that is taken from outside. Kubernetes' deepest type, a custom resource's schema, is legal far below it.</summary>
    public const int MaxDepth = 512;

    // What was taken is nested a little deeper inside: managed fields repeat it in metadata, lists and events hold it.
    private const int InnerDepth = MaxDepth + 32;

    /// <summary>Text is written as it is: no HTML is made of it.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = InnerDepth };

    /// <summary>For text of the API's own.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = InnerDepth };

    /// <inheritdoc cref="ReaderOptions"/>
    public static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = InnerDepth };
}
