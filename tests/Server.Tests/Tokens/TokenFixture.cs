using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Tokens;
using ActorKube.Server.Tests.Support;
using ActorKube.Server.Tokens;

namespace ActorKube.Server.Tests.Tokens;

/// <summary>A key for all tests of a class: making one takes a while.</summary>
public sealed class TokenFixture : IDisposable
{
    public SigningKey Key { get; } = SigningKey.Create();

    public void Dispose() => Key.Dispose();

    /// <summary>What gives and what checks tokens on a store.</summary>
    internal (TokenGrants Grants, TokenVerifier Verifier) On(TestStore store)
    {
        var keys = new FixedSigningKey(Key);
        return (new TokenGrants(new TokenIssuer(keys, static () => "id-1"), store.View.Snapshot, store.Time), new TokenVerifier(keys, store.View.Snapshot, store.Time));
    }

    internal static string? Refusal(TokenGrants grants, TokenRequest request, string account = "default")
    {
        try
        {
            grants.Grant("ns", account, request);
            return null;
        }
        catch (ApiException e)
        {
            return $"{e.Status.Code} {e.Message}";
        }
    }

    internal static TokenRequest Bound(string kind, IApiObject target, long seconds = 3600) => new()
    {
        Spec = new TokenRequestSpec
        {
            ExpirationSeconds = seconds,
            BoundObjectRef = new BoundObjectReference { ApiVersion = "v1", Kind = kind, Name = target.Metadata.Name, Uid = target.Metadata.Uid },
        },
    };
}
