using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>POST of a kind that asks a question: the object comes back with the answer in its status, and nothing is stored.</summary>
/// <param name="answer">(the question, who asks, the namespace of the path) to the object with its answer.</param>
public sealed class ReviewHandler(ObjectDecoder decoder, Func<IApiObject, UserInfo, string, IApiObject> answer) : ISubresourceHandler
{
    public async Task HandleAsync(ApiRequest request)
    {
        WriteParameters.Check(request, "CreateOptions");
        var validation = FieldValidations.Parse(request.Query("fieldValidation"));
        if (request.Format.Shape != Shape.Full)
        {
            throw ApiErrors.NotAcceptable($"only the following media types are accepted: {AcceptNegotiation.Accepted}");
        }

        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var kind = request.Kind;
        var decoded = decoder.Decode(kind, body, request.Http.Request.ContentType ?? "", validation);
        WarningHeaders.Add(request.Http, decoded.Warnings);
        var question = kind.PrepareForCreate(kind.Default(CreateHandler.InNamespace(request, decoded.Value))).With(kind.ApiVersion, kind.Name);
        var errors = new FieldErrors();
        kind.Validate(question, errors);
        if (errors.Any)
        {
            // Kubernetes names no kind here.
            throw ApiErrors.Invalid("", kind.Group, "", errors.All);
        }

        var answered = answer(question, request.User, request.Path.Namespace);
        if (request.Format.Encoding == Encoding.Protobuf)
        {
            var message = Api.Serialization.ProtoEnvelope.Write(kind.ApiVersion, kind.Name, w => kind.WriteProto(answered, w));
            await ResponseWriter.WriteEncodedAsync(request.Http, 201, message, request.Format).ConfigureAwait(false);
            return;
        }

        await ResponseWriter.WriteAsync(request.Http, 201, kind.Write(answered), request.Format).ConfigureAwait(false);
    }
}
