using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Tokens;
using ActorKube.Server.Tests.Support;

namespace ActorKube.Server.Tests.Tokens;

public sealed class TokenGrantsTests(TokenFixture fixture) : IClassFixture<TokenFixture>
{
    [Fact(Timeout = 30_000)]
    public async Task Request_ThatSaysNothing_GetsAnHourForTheApiServer()
    {
        await using var store = await TestStore.OpenAsync();

        var granted = fixture.On(store).Grants.Grant("ns", "default", new TokenRequest());

        Assert.Equal([TokenIssuer.Name], granted.Spec.Audiences);
        Assert.Equal(3600, granted.Spec.ExpirationSeconds);
        Assert.Equal(store.Time.GetUtcNow().AddHours(1), granted.Status.ExpirationTimestamp);
        Assert.Equal(("default", "ns"), (granted.Metadata.Name, granted.Metadata.Namespace));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(599, "may not specify a duration less than 10 minutes")]
    [InlineData((1L << 32) + 1, "may not specify a duration larger than 2^32 seconds")]
    public async Task Request_ForATimeOutOfRange_IsInvalid(long seconds, string why)
    {
        await using var store = await TestStore.OpenAsync();

        var refusal = TokenFixture.Refusal(fixture.On(store).Grants, new TokenRequest { Spec = new TokenRequestSpec { ExpirationSeconds = seconds } });

        Assert.Equal($"422 TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: {seconds}: {why}", refusal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Request_OfAnotherName_IsInvalidBeforeTheAccountIsLookedUp()
    {
        await using var store = await TestStore.OpenAsync();
        var grants = fixture.On(store).Grants;

        Assert.StartsWith("422 TokenRequest.authentication.k8s.io \"none\" is invalid", TokenFixture.Refusal(grants, new TokenRequest { Metadata = new ObjectMeta { Name = "x" } }, "none"), StringComparison.Ordinal);
        Assert.Equal("404 serviceaccounts \"none\" not found", TokenFixture.Refusal(grants, new TokenRequest(), "none"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Request_ForAPod_TellsItsNode()
    {
        await using var store = await TestStore.OpenAsync();
        var pod = await store.CreateAsync(TestStore.Pod(spec: new PodSpec { NodeName = "far" }));

        var claims = Read(fixture.On(store).Grants.Grant("ns", "default", TokenFixture.Bound("Pod", pod)));

        Assert.Equal(new TokenReference("p", pod.Metadata.Uid), claims.Pod);
        Assert.Equal(new TokenReference("far", null), claims.Node);
    }

    [Fact(Timeout = 30_000)]
    public async Task Request_ForWhatCannotBind_IsRefused()
    {
        var account = new ServiceAccount { Metadata = new ObjectMeta { Name = "other", Namespace = "ns" } };
        await using var store = await TestStore.OpenAsync(account);
        var pod = await store.CreateAsync(TestStore.Pod());
        var grants = fixture.On(store).Grants;

        Assert.Equal(
            "400 cannot bind token for serviceaccount \"other\" to pod running with different serviceaccount name.", TokenFixture.Refusal(grants, TokenFixture.Bound("Pod", pod), "other"));
        Assert.Equal("400 cannot bind token to object of type /v1, Kind=ConfigMap", TokenFixture.Refusal(grants, TokenFixture.Bound("ConfigMap", pod)));
        Assert.Equal("404 nodes \"p\" not found", TokenFixture.Refusal(grants, TokenFixture.Bound("Node", pod)));
        Assert.StartsWith("409 ", TokenFixture.Refusal(grants, TokenFixture.Bound("Pod", pod with { Metadata = pod.Metadata with { Uid = "older" } })), StringComparison.Ordinal);
    }

    private static TokenClaims Read(TokenRequest granted) => TokenClaimsJson.Read(JsonWebToken.ReadClaims(granted.Status.Token))!;
}
