using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Tokens;

namespace ActorKube.Api.Tests.Tokens;

public sealed class TokenIssuerTests(Keys keys) : IClassFixture<Keys>
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ServiceAccount Account = new() { Metadata = new ObjectMeta { Name = "sa", Namespace = "ns", Uid = "u1" } };

    private readonly TokenIssuer _issuer = new(new FixedSigningKey(keys.One), static () => "id-1");

    [Fact]
    public void Token_OfAnAccount_SaysWhoseAndForWhom()
    {
        var claims = JsonNode.Parse(JsonWebToken.ReadClaims(_issuer.Issue(Account, new TokenBinding(), ["a", "b"], TimeSpan.FromHours(1), Now))!)!;

        Assert.Equal(
            """{"aud":["a","b"],"exp":1893459600,"iat":1893456000,"iss":"https://kubernetes.default.svc.cluster.local","jti":"id-1","kubernetes.io":{"namespace":"ns","serviceaccount":{"name":"sa","uid":"u1"}},"nbf":1893456000,"sub":"system:serviceaccount:ns:sa"}""",
            claims.ToJsonString());
    }

    [Theory]
    [InlineData(3607, TokenIssuer.Name, true, 365 * 24 * 3600)]
    [InlineData(3607, TokenIssuer.Name, false, 3607)]
    [InlineData(3607, "vault", true, 3607)]
    [InlineData(3600, TokenIssuer.Name, true, 3600)]
    public void Token_OfADefaultVolume_LastsAYearAndWarnsAfterAnHour(long seconds, string audience, bool isOfPod, long lasts)
    {
        var binding = isOfPod ? new TokenBinding(Pod: new TokenReference("p", "u2"), Node: new TokenReference("n", "u3")) : new TokenBinding();
        var claims = Read(_issuer.Issue(Account, binding, [audience], TimeSpan.FromSeconds(seconds), Now));

        Assert.Equal(Now.AddSeconds(lasts), claims.Expires);
        Assert.Equal(lasts > seconds ? Now.AddSeconds(seconds) : null, claims.WarnAfter);
        Assert.Equal(binding.Pod, claims.Pod);
        Assert.Equal(binding.Node, claims.Node);
    }

    [Fact]
    public void Token_OfASecret_NeverEndsAndIsTheSameAgain()
    {
        var secret = new Secret { Metadata = new ObjectMeta { Name = "s", Namespace = "ns" } };
        var token = _issuer.IssueForSecret(Account, secret);
        var claims = Read(token);

        Assert.Equal(token, _issuer.IssueForSecret(Account, secret));
        Assert.True(claims.IsOfSecret);
        Assert.Null(claims.Expires);
        Assert.Equal(new TokenReference("s", null), claims.Secret);
        Assert.Equal(new TokenReference("sa", "u1"), claims.Account);
    }

    [Theory]
    [InlineData("""{"iss":"i","sub":"system:serviceaccount:ns:sa"}""")]
    [InlineData("""{"iss":"i","sub":"root","kubernetes.io":{"namespace":"ns","serviceaccount":{"name":"sa","uid":"u"}}}""")]
    [InlineData("""{"sub":"system:serviceaccount:ns:sa","kubernetes.io":{"namespace":"ns","serviceaccount":{"name":"sa","uid":"u"}}}""")]
    [InlineData("""{"iss":"i","sub":"system:serviceaccount:ns:sa","exp":1e300,"kubernetes.io":{"namespace":"ns","serviceaccount":{"name":"sa","uid":"u"}}}""")]
    [InlineData("[1]")]
    [InlineData("nonsense")]
    public void Claims_ThatTellNoAccount_AreNone(string json) => Assert.Null(TokenClaimsJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bearer_OfAPodsToken_IsInTheGroupsOfItsNamespaceAndSaysWhereItRuns()
    {
        var user = ServiceAccountUsers.Of(Read(_issuer.Issue(
            Account, new TokenBinding(Pod: new TokenReference("p", "u2"), Node: new TokenReference("n", "u3")), [TokenIssuer.Name], TimeSpan.FromHours(1), Now)));

        Assert.Equal("system:serviceaccount:ns:sa", user.Username);
        Assert.Equal("u1", user.Uid);
        Assert.Equal(["system:serviceaccounts", "system:serviceaccounts:ns"], user.Groups);
        Assert.Equal(
            ["credential-id=JTI=id-1", "node-name=n", "node-uid=u3", "pod-name=p", "pod-uid=u2"],
            user.Extra!.Select(e => $"{e.Key["authentication.kubernetes.io/".Length..]}={e.Value.Single()}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("system:serviceaccount:ns:sa", "ns/sa")]
    [InlineData("system:serviceaccount:ns", null)]
    [InlineData("system:serviceaccount::sa", null)]
    [InlineData("system:serviceaccount:a:b:c", null)]
    [InlineData("me", null)]
    public void Name_OfAUser_TellsItsAccount(string name, string? expected) =>
        Assert.Equal(expected, ServiceAccountUsers.Parse(name) is { } account ? $"{account.Namespace}/{account.Name}" : null);

    private static TokenClaims Read(string token) => TokenClaimsJson.Read(JsonWebToken.ReadClaims(token))!;
}
