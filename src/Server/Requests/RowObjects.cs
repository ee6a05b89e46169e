using ActorKube.Api.Errors;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Requests;

internal static class RowObjects
{
    /// <exception cref="ApiException">400 for a value that isn't known.</exception>
    public static RowObject Parse(ApiRequest request) => request.Query("includeObject") switch
    {
        null or "" or "Metadata" => RowObject.Metadata,
        "None" => RowObject.None,
        "Object" => RowObject.Object,
        var other => throw ApiErrors.BadRequest($"unrecognized includeObject value: \"{other}\""),
    };
}
