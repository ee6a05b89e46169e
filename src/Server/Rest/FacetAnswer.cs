using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>Answers with a facet of an object: what a GET of the same path would show.</summary>
public sealed class FacetAnswer(ObjectAnswer objects)
{
    public Task WriteAsync(ApiRequest request, Facet facet, int code, WriteResult result) => ReferenceEquals(facet.Kind, request.Kind)
        ? objects.WriteAsync(request, code, result.Object, result.Stored)
        : WriteShownAsync(request, facet, code, result);

    private static Task WriteShownAsync(ApiRequest request, Facet facet, int code, WriteResult result)
    {
        var shown = facet.Show(request.Kind.FromStored(result.Object));
        return ResponseWriter.WriteAsync(request.Http, code, facet.Kind.Write(shown), request.Format);
    }
}
