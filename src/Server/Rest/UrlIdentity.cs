using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>A body's name and namespace must be those of the path.</summary>
internal static class UrlIdentity
{
    /// <summary>The object with the namespace of the path.</summary>
    /// <exception cref="ApiException">400.</exception>
    public static IApiObject Check(ApiRequest request, IApiObject value)
    {
        var name = value.Metadata.Name ?? "";
        if (name != request.Path.Name)
        {
            throw name.Length == 0
                ? ApiErrors.BadRequest($"the name of the object ({request.Path.Name} based on URL) was undeterminable: name must be provided")
                : ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({request.Path.Name})");
        }

        return CreateHandler.InNamespace(request, value);
    }
}
