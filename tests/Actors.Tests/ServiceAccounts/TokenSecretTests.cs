using System.Text;
using ActorKube.Actors.Actions;
using ActorKube.Actors.ServiceAccounts;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Tokens;

namespace ActorKube.Actors.Tests.ServiceAccounts;

public sealed class TokenSecretTests
{
    private static readonly TokenSecretReconciler Reconciler = new(TestTokens.Issuer, "PEM");
    private static readonly ServiceAccount Account = new() { ApiVersion = "v1", Kind = "ServiceAccount", Metadata = Make.Meta("sa") };

    [Fact(Timeout = 30_000)]
    public async Task Secret_ThatAsksForAToken_IsFilled()
    {
        await using var cluster = await Cluster.WithAsync(Account, Secret());

        var filled = (Secret)Assert.IsType<ReplaceObject>(Assert.Single(cluster.Decide(Reconciler, Secret()).Actions)).Next;

        Assert.Equal(("PEM", "ns"), (Text(filled, "ca.crt"), Text(filled, "namespace")));
        Assert.Equal("uid-of-sa", filled.Metadata.Annotations!["kubernetes.io/service-account.uid"]);
        var claims = TokenClaimsJson.Read(JsonWebToken.ReadClaims(Text(filled, "token")))!;
        Assert.Equal(("system:serviceaccount:ns:sa", "s"), (claims.Subject, claims.Secret!.Name));
    }

    [Fact(Timeout = 30_000)]
    public async Task Secret_ThatIsFull_StaysAsItIs()
    {
        var full = Secret() with { Data = Data(("ca.crt", "PEM"), ("namespace", "ns"), ("token", "t")) };
        await using var cluster = await Cluster.WithAsync(Account, full);

        Assert.Empty(cluster.Decide(Reconciler, full).Actions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Secret_WithOldCertificates_KeepsItsToken()
    {
        var old = Secret() with { Data = Data(("ca.crt", "old"), ("namespace", "other"), ("token", "t"), ("more", "m")) };
        await using var cluster = await Cluster.WithAsync(Account, old);

        var filled = (Secret)Assert.IsType<ReplaceObject>(Assert.Single(cluster.Decide(Reconciler, old).Actions)).Next;

        Assert.Equal(["ca.crt=PEM", "more=m", "namespace=other", "token=t"], filled.Data!.Keys.Order(StringComparer.Ordinal).Select(k => $"{k}={Text(filled, k)}"));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(null, false)]
    [InlineData("uid-of-sa", true)]
    [InlineData("uid-of-another", true)]
    public async Task Secret_WithoutItsAccount_Goes(string? uid, bool isAccountThere)
    {
        var secret = Secret(uid);
        await using var cluster = await Cluster.WithAsync(isAccountThere ? [Account, secret] : [secret]);

        var action = Assert.Single(cluster.Decide(Reconciler, secret).Actions);

        Assert.Equal(uid == "uid-of-sa" ? typeof(ReplaceObject) : typeof(DeleteObject), action.GetType());
    }

    [Fact(Timeout = 30_000)]
    public async Task Secret_OfAnotherType_IsLeftAlone()
    {
        var secret = Secret() with { Type = SecretTypes.Opaque };
        await using var cluster = await Cluster.WithAsync(secret);

        Assert.Empty(cluster.Decide(Reconciler, secret).Actions);
    }

    private static Secret Secret(string? uid = null)
    {
        var annotations = new Dictionary<string, string> { [SecretTypes.ServiceAccountName] = "sa" };
        if (uid is not null)
        {
            annotations["kubernetes.io/service-account.uid"] = uid;
        }

        return new Secret { ApiVersion = "v1", Kind = "Secret", Type = SecretTypes.ServiceAccountToken, Metadata = Make.Meta("s") with { Annotations = annotations } };
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Data(params (string Key, string Text)[] entries) =>
        entries.ToDictionary(static e => e.Key, static e => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(e.Text));

    private static string Text(Secret secret, string key) => Encoding.UTF8.GetString(secret.Data![key].Span);
}
