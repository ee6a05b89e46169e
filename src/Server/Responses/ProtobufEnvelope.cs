using ActorKube.Api.Errors;

namespace ActorKube.Server.Responses;

/// <summary>The protobuf encoding of the API.</summary>
internal static class ProtobufEnvelope
{
    /// <exception cref="ApiException">406: it isn't spoken.</exception>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json) =>
        throw ApiErrors.NotAcceptable("only the following media types are accepted: application/json, application/yaml");
}
