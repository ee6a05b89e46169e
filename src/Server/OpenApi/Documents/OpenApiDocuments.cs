using ActorKube.Api.Kinds;
using ActorKube.Server.OpenApi.Operations;
using ActorKube.Server.OpenApi.Schemas;

namespace ActorKube.Server.OpenApi.Documents;

/// <summary>
/// What OpenAPI publishes of a server's kinds. Each document is written when it is first asked for, and kept: about 10 MB when all have been.
/// Thread-safe.
/// </summary>
internal sealed class OpenApiDocuments
{
    private readonly Lazy<OpenApiDocument> _v2;
    private readonly Lazy<OpenApiDocument> _index;

    public OpenApiDocuments(KindRegistry kinds)
    {
        var catalog = new Lazy<SchemaCatalog>(() => new SchemaCatalog(kinds));
        var parts = new Lazy<IReadOnlyDictionary<string, IReadOnlyList<PathItem>>>(() => OpenApiParts.Of(kinds));
        _v2 = new(() => V2(parts.Value.Values.SelectMany(p => p), catalog.Value));
        V3 = new(() => parts.Value.ToDictionary(p => p.Key, p => new Lazy<OpenApiDocument>(() => Of(p.Value, catalog.Value)), StringComparer.Ordinal));
        _index = new(() => OpenApiDocument.Of(json => IndexWriter.Write(json, V3.Value.Select(d => (d.Key, d.Value.Value.Hash)))));
    }

    /// <summary>The whole API in one document.</summary>
    public OpenApiDocument Whole => _v2.Value;

    /// <summary>Where to find the documents of version 3.</summary>
    public OpenApiDocument Index => _index.Value;

    private Lazy<Dictionary<string, Lazy<OpenApiDocument>>> V3 { get; }

    /// <summary>The document of one part of the API, such as <c>apis/apps/v1</c>; null where there is none.</summary>
    public OpenApiDocument? Part(string name) => V3.Value.GetValueOrDefault(name)?.Value;

    private static OpenApiDocument Of(IReadOnlyList<PathItem> paths, SchemaCatalog catalog) =>
        OpenApiDocument.Of(json => V3Writer.Write(json, paths, catalog.Closure(paths.SelectMany(p => p.Schemas))));

    private static OpenApiDocument V2(IEnumerable<PathItem> paths, SchemaCatalog catalog)
    {
        PathItem[] all = [.. paths.OrderBy(p => p.Path, StringComparer.Ordinal)];
        return OpenApiDocument.Of(json => V2Writer.Write(json, all, catalog.Closure(all.SelectMany(p => p.Schemas))));
    }
}
