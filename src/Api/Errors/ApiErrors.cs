using System.Globalization;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Errors;

/// <summary>
/// The answers to requests that can't be granted, in the words that clients know. <c>resource</c> is a plural name,
/// <c>group</c> its API group ("" for core). Follows the API conventions' section on response status kinds.
/// </summary>
public static class ApiErrors
{
    public static ApiException NotFound(string resource, string group, string name) =>
        Named(404, StatusReason.NotFound, resource, group, name, $"{Qualified(resource, group)} \"{name}\" not found");

    public static ApiException AlreadyExists(string resource, string group, string name) =>
        Named(409, StatusReason.AlreadyExists, resource, group, name, $"{Qualified(resource, group)} \"{name}\" already exists");

    public static ApiException Conflict(string resource, string group, string name, string why) =>
        Named(409, StatusReason.Conflict, resource, group, name, $"Operation cannot be fulfilled on {Qualified(resource, group)} \"{name}\": {why}");

    /// <summary>The write was based on a version that is no longer the newest.</summary>
    public static ApiException StaleVersion(string resource, string group, string name) =>
        Conflict(resource, group, name, "the object has been modified; please apply your changes to the latest version and try again");

    public static ApiException Forbidden(string resource, string group, string name, string why) =>
        Named(403, StatusReason.Forbidden, resource, group, name,
            name.Length == 0 ? $"{Qualified(resource, group)} is forbidden: {why}" : $"{Qualified(resource, group)} \"{name}\" is forbidden: {why}");

    /// <param name="kind">Name of the kind, such as Pod.</param>
    public static ApiException Invalid(string kind, string group, string name, IReadOnlyList<FieldError> errors)
    {
        var texts = errors.Select(e => e.Field.Length == 0 ? e.Message : $"{e.Field}: {e.Message}").Distinct().ToList();
        var what = texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
        return Of(422, StatusReason.Invalid, $"{Qualified(kind, group)} \"{name}\" is invalid{(texts.Count == 0 ? "" : ": " + what)}", new StatusDetails
        {
            Name = name,
            Group = group,
            Kind = kind,
            Causes = errors.Select(e => new StatusCause { Reason = e.Reason, Message = e.Message, Field = e.Field }).ToList(),
        });
    }

    public static ApiException BadRequest(string message) => Of(400, StatusReason.BadRequest, message);

    public static ApiException Unauthorized() => Of(401, StatusReason.Unauthorized, "Unauthorized");

    /// <summary>The revision asked for is older than what is kept.</summary>
    public static ApiException Expired(string message) => Of(410, StatusReason.Expired, message);

    public static ApiException TooLarge(string message) => Of(413, StatusReason.RequestEntityTooLarge, message);

    public static ApiException UnsupportedMediaType(string message) => Of(415, StatusReason.UnsupportedMediaType, message);

    public static ApiException NotAcceptable(string message) => Of(406, StatusReason.NotAcceptable, message);

    public static ApiException MethodNotSupported(string resource, string group, string verb) =>
        Of(405, StatusReason.MethodNotAllowed, $"{verb} is not supported on resources of kind \"{Qualified(resource, group)}\"", new StatusDetails { Group = group, Kind = resource });

    public static ApiException TooManyRequests(string message, int retryAfterSeconds, IReadOnlyList<StatusCause>? causes = null) =>
        Of(429, StatusReason.TooManyRequests, message, new StatusDetails { RetryAfterSeconds = retryAfterSeconds, Causes = causes });

    public static ApiException Unavailable(string message, int retryAfterSeconds) =>
        Of(503, StatusReason.ServiceUnavailable, message, new StatusDetails { RetryAfterSeconds = retryAfterSeconds });

    public static ApiException Timeout(string message) => Of(504, StatusReason.Timeout, message);

    public static ApiException Internal(string message) => Of(500, StatusReason.InternalError, $"Internal error occurred: {message}",
        new StatusDetails { Causes = [new StatusCause { Message = message }] });

    /// <summary>Any failure.</summary>
    public static ApiException Of(int code, string reason, string message, StatusDetails? details = null) => new(new Status
    {
        Kind = "Status",
        ApiVersion = "v1",
        Outcome = "Failure",
        Message = message,
        Reason = reason,
        Details = details,
        Code = code,
    });

    /// <summary><c>deployments.apps</c>; a core resource has no suffix.</summary>
    public static string Qualified(string resource, string group) =>
        group.Length == 0 ? resource : string.Create(CultureInfo.InvariantCulture, $"{resource}.{group}");

    private static ApiException Named(int code, string reason, string resource, string group, string name, string message) =>
        Of(code, reason, message, new StatusDetails { Name = name, Group = group, Kind = resource });
}
