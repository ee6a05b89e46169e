using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>POST to a collection.</summary>
public sealed class CreateHandler(ObjectCommands store, ObjectDecoder decoder, ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var dryRun = WriteParameters.Check(request, "CreateOptions");
        var validation = FieldValidations.Parse(request.Query("fieldValidation"));
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var decoded = decoder.Decode(request.Kind, body, request.Http.Request.ContentType ?? "", validation);
        var value = RepeatedOwners.Drop(InNamespace(request, decoded.Value), isPatched: false, out var repeated);
        WarningHeaders.Add(request.Http, repeated is null ? decoded.Warnings : [.. decoded.Warnings, repeated]);

        await DefaultAccount.AwaitAsync(request, store).ConfigureAwait(false);
        var result = await store.CreateAsync(request.Stored, request.Kind.ToStored(value), request.WriteOptions(dryRun), request.Aborted).ConfigureAwait(false);
        WarningHeaders.Add(request.Http, result.Warnings);
        await answer.WriteAsync(request, 201, result.Object, result.Stored).ConfigureAwait(false);
    }

    /// <summary>The object in the namespace of the path, which its own must not contradict.</summary>
    internal static IApiObject InNamespace(ApiRequest request, IApiObject value)
    {
        var stated = value.Metadata.Namespace ?? "";
        if (stated == request.Path.Namespace)
        {
            return value;
        }

        return stated.Length == 0 || !request.Kind.Namespaced
            ? value.With(value.Metadata with { Namespace = request.Path.Namespace.Length == 0 ? null : request.Path.Namespace })
            : throw ApiErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }
}
