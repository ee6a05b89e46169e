using ActorKube.Api.Tokens;

namespace ActorKube.Actors.Tests.Support;

/// <summary>One key for all tests, made when the first needs it.</summary>
internal static class TestTokens
{
    public static TokenIssuer Issuer { get; } = new(new FixedSigningKey(new Lazy<SigningKey>(SigningKey.Create)), static () => "id");
}
