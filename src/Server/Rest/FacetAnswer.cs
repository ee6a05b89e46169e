using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>Answers with a facet of an object: what a GET of the same path shows.</summary>
public sealed class FacetAnswer(ObjectAnswer objects)
{
    public Task WriteAsync(ApiRequest request, Facet facet, int code, StoredObject stored) => ReferenceEquals(facet.Kind, request.Kind)
        ? objects.WriteAsync(request, code, stored)
        : WriteShownAsync(request, facet, code, stored.Read(request.Stored));

    public Task WriteAsync(ApiRequest request, Facet facet, int code, WriteResult result) => ReferenceEquals(facet.Kind, request.Kind)
        ? objects.WriteAsync(request, code, result.Object, result.Stored)
        : WriteShownAsync(request, facet, code, result.Object);

    private static Task WriteShownAsync(ApiRequest request, Facet facet, int code, IApiObject value)
    {
        var shown = facet.Show(request.Kind.FromStored(value));
        if (request.Format.Encoding == Encoding.Protobuf)
        {
            return ResponseWriter.WriteEncodedAsync(
                request.Http, code, ProtoEnvelope.Write(facet.Kind.ApiVersion, facet.Kind.Name, w => facet.Kind.WriteProto(shown, w)), request.Format);
        }

        return ResponseWriter.WriteAsync(request.Http, code, facet.Kind.Write(shown), request.Format);
    }
}
