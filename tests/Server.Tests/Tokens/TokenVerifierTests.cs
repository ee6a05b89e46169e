using System.Text;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Tokens;
using ActorKube.Server.Tests.Support;
using ActorKube.Server.Tokens;

namespace ActorKube.Server.Tests.Tokens;

public sealed class TokenVerifierTests(TokenFixture fixture) : IClassFixture<TokenFixture>
{
    [Fact(Timeout = 30_000)]
    public async Task Token_ThatWasGranted_IsItsAccount()
    {
        await using var store = await TestStore.OpenAsync();
        var (grants, verifier) = fixture.On(store);

        var verdict = verifier.Verify(grants.Grant("ns", "default", new TokenRequest()).Status.Token, TokenVerifier.OwnAudiences);

        Assert.Null(verdict.Error);
        Assert.Equal("system:serviceaccount:ns:default", verdict.User!.Username);
        Assert.Equal(["system:serviceaccounts", "system:serviceaccounts:ns", "system:authenticated"], verdict.User.Groups);
        Assert.Equal([TokenIssuer.Name], verdict.Audiences);
    }

    [Fact(Timeout = 30_000)]
    public async Task Token_ForOthers_IsGoodThereAndNotHere()
    {
        await using var store = await TestStore.OpenAsync();
        var (grants, verifier) = fixture.On(store);
        var token = grants.Grant("ns", "default", new TokenRequest { Spec = new TokenRequestSpec { Audiences = ["a", "b"] } }).Status.Token;

        Assert.Equal(["b"], verifier.Verify(token, ["b", "c"]).Audiences);
        Assert.Equal(
            "[invalid bearer token, token audiences [\"a\" \"b\"] is invalid for the target audiences [\"https://kubernetes.default.svc.cluster.local\"]]",
            verifier.Verify(token, TokenVerifier.OwnAudiences).Error);
    }

    [Fact(Timeout = 30_000)]
    public async Task Token_AfterItsTimeAndAMinute_HasExpired()
    {
        await using var store = await TestStore.OpenAsync();
        var (grants, verifier) = fixture.On(store);
        var token = grants.Grant("ns", "default", new TokenRequest()).Status.Token;

        store.Time.Advance(TimeSpan.FromSeconds(3660));
        Assert.Null(Error(verifier, token));

        store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("[invalid bearer token, service account token has expired]", Error(verifier, token));
    }

    [Fact(Timeout = 30_000)]
    public async Task Token_OfAnAccountThatWasMadeAgain_IsVoid()
    {
        await using var store = await TestStore.OpenAsync();
        var (grants, verifier) = fixture.On(store);
        var token = grants.Grant("ns", "default", new TokenRequest()).Status.Token;
        var account = new ServiceAccount { Metadata = new ObjectMeta { Name = "default", Namespace = "ns" } };

        await store.DeleteAsync(account);
        Assert.Equal("[invalid bearer token, serviceaccounts \"default\" not found]", Error(verifier, token));

        await store.CreateAsync(account);
        Assert.Contains("does not match claim", Error(verifier, token), StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("Pod")]
    [InlineData("Secret")]
    [InlineData("Node")]
    public async Task Token_OfAnObject_IsVoidWithoutIt(string kind)
    {
        await using var store = await TestStore.OpenAsync();
        var (grants, verifier) = fixture.On(store);
        IApiObject target = kind switch
        {
            "Pod" => await store.CreateAsync(TestStore.Pod()),
            "Secret" => await store.CreateAsync(new Secret { Metadata = new ObjectMeta { Name = "s", Namespace = "ns" } }),
            _ => await store.CreateAsync(new Node { Metadata = new ObjectMeta { Name = "n" } }),
        };
        var token = grants.Grant("ns", "default", TokenFixture.Bound(kind, target)).Status.Token;

        Assert.Null(Error(verifier, token));
        await store.DeleteAsync(target);
        Assert.Equal("[invalid bearer token, service account token has been invalidated]", Error(verifier, token));
    }

    [Fact(Timeout = 30_000)]
    public async Task Token_OfASecret_IsGoodAsLongAsTheSecretHoldsIt()
    {
        await using var store = await TestStore.OpenAsync();
        var verifier = fixture.On(store).Verifier;
        var account = store.View.Snapshot().Get(new("serviceaccounts", "ns", "default"))!;
        var secret = new Secret { Metadata = new ObjectMeta { Name = "s", Namespace = "ns" }, Data = new Dictionary<string, ReadOnlyMemory<byte>>() };
        var token = new TokenIssuer(new FixedSigningKey(fixture.Key), static () => "").IssueForSecret(
            new ServiceAccount { Metadata = new ObjectMeta { Name = "default", Namespace = "ns", Uid = account.Header.Uid } }, secret);

        Assert.Equal("[invalid bearer token, Token has been invalidated]", Error(verifier, token));
        secret = await store.CreateAsync(secret);
        Assert.Equal("[invalid bearer token, Token does not match server's copy]", Error(verifier, token));
        await store.UpdateAsync(secret, s => s with { Data = new Dictionary<string, ReadOnlyMemory<byte>> { ["token"] = Encoding.UTF8.GetBytes(token) } });
        Assert.Null(Error(verifier, token));
        await store.UpdateAsync(secret, static s => s with { Metadata = s.Metadata with { Labels = new Dictionary<string, string> { ["kubernetes.io/legacy-token-invalid-since"] = "2029-01-01" } } });
        Assert.Contains("has been marked invalid", Error(verifier, token), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Token_OfAnotherCluster_IsRefused()
    {
        await using var store = await TestStore.OpenAsync();
        using var foreign = SigningKey.Create();
        var account = new ServiceAccount { Metadata = new ObjectMeta { Name = "default", Namespace = "ns", Uid = store.View.Snapshot().Get(new("serviceaccounts", "ns", "default"))!.Header.Uid } };
        var token = new TokenIssuer(new FixedSigningKey(foreign), static () => "").Issue(account, new TokenBinding(), [TokenIssuer.Name], TimeSpan.FromHours(1), store.Time.GetUtcNow());

        Assert.Equal("[invalid bearer token, invalid signature]", Error(fixture.On(store).Verifier, token));
        Assert.Equal("invalid bearer token", Error(fixture.On(store).Verifier, "nonsense"));
    }

    private static string? Error(TokenVerifier verifier, string token) => verifier.Verify(token, TokenVerifier.OwnAudiences).Error;
}
