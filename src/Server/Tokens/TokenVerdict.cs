using ActorKube.Api.Authentication;

namespace ActorKube.Server.Tokens;

/// <summary>What a bearer token turned out to be.</summary>
/// <param name="User">Null for a token that is no good.</param>
/// <param name="Audiences">Those of the asked ones that the token is for.</param>
/// <param name="Error">Why it is no good; null for one that is.</param>
public sealed record TokenVerdict(UserInfo? User, IReadOnlyList<string> Audiences, string? Error)
{
    /// <summary>Nobody knows such a token.</summary>
    public static TokenVerdict Unknown { get; } = new(null, [], "invalid bearer token");

    public static TokenVerdict Refused(string why) => new(null, [], $"[invalid bearer token, {why}]");
}
