using ActorKube.Api.Meta;

namespace ActorKube.Server.Responses;

/// <summary>Statuses of requests that were granted.</summary>
internal static class Statuses
{
    public static Status Success(int code = 0, StatusDetails? details = null) =>
        new() { Kind = "Status", ApiVersion = "v1", Outcome = "Success", Code = code, Details = details };
}
