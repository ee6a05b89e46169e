using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;
using ActorKube.Server.Tokens;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>POST to <c>serviceaccounts/NAME/token</c>.</summary>
public sealed class TokenHandler(TokenGrants grants, ObjectDecoder decoder) : ISubresourceHandler
{
    private static readonly Kind<TokenRequest> Kind = new() { Group = "authentication.k8s.io", Version = "v1", Name = "TokenRequest", Plural = "tokenrequests" };

    public async Task HandleAsync(ApiRequest request)
    {
        WriteParameters.Check(request, "CreateOptions");
        var validation = FieldValidations.Parse(request.Query("fieldValidation"));
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var decoded = decoder.Decode(Kind, body, request.Http.Request.ContentType ?? "", validation);
        var granted = grants.Grant(request.Path.Namespace, request.Path.Name, (TokenRequest)decoded.Value);
        WarningHeaders.Add(request.Http, decoded.Warnings);
        await (request.Format.Encoding == Encoding.Protobuf
            ? ResponseWriter.WriteEncodedAsync(request.Http, 201, ProtoEnvelope.Write(Kind.ApiVersion, Kind.Name, w => Kind.WriteProto(granted, w)), request.Format)
            : ResponseWriter.WriteAsync(request.Http, 201, Kind.Write(granted), request.Format)).ConfigureAwait(false);
    }
}
