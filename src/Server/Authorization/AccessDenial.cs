using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Server.Authorization;

/// <summary>The 403 for what a user may not do.</summary>
public static class AccessDenial
{
    /// <param name="reason">Why, where there is more to say than that nothing allows it.</param>
    public static ApiException Of(RequestAttributes attributes, string reason = "")
    {
        var user = attributes.User.Username;
        var why = reason.Length == 0 ? "" : ": " + reason;
        if (attributes.Resource is not { } path)
        {
            return ApiErrors.Of(403, StatusReason.Forbidden, $"forbidden: User \"{user}\" cannot {attributes.Verb} path \"{attributes.Path}\"{why}", new StatusDetails());
        }

        var resource = path.Subresource.Length == 0 ? path.Resource : $"{path.Resource}/{path.Subresource}";
        var scope = path.IsInNamespace ? $"in the namespace \"{path.Namespace}\"" : "at the cluster scope";
        return ApiErrors.Forbidden(path.Resource, path.Group, path.Name,
            $"User \"{user}\" cannot {attributes.Verb} resource \"{resource}\" in API group \"{path.Group}\" {scope}{why}");
    }
}
