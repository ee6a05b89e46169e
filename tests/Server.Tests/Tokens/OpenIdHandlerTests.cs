using System.Text.Json.Nodes;
using ActorKube.Api.Authentication;
using ActorKube.Api.Tokens;
using ActorKube.Server.Tokens;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.Tokens;

public sealed class OpenIdHandlerTests(TokenFixture fixture) : IClassFixture<TokenFixture>
{
    [Fact(Timeout = 30_000)]
    public async Task Discovery_LeadsToTheKeys()
    {
        var (type, configuration) = await GetAsync("/.well-known/openid-configuration");
        Assert.Equal("application/json", type);
        Assert.Equal(TokenIssuer.Name, (string?)configuration["issuer"]);
        Assert.Equal("https://example.com:6443/openid/v1/jwks", (string?)configuration["jwks_uri"]);

        (type, var keys) = await GetAsync("/openid/v1/jwks");
        Assert.Equal("application/jwk-set+json", type);
        var key = Assert.Single(keys["keys"]!.AsArray())!;
        Assert.Equal((fixture.Key.Id, "RSA", "RS256", "AQAB"), ((string?)key["kid"], (string?)key["kty"], (string?)key["alg"], (string?)key["e"]));
        Assert.Null(key["d"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task OtherPath_IsLeftToOthers() => Assert.False(await Handler.TryHandleAsync(Request("/openid/v2"), new UserInfo()));

    private OpenIdHandler Handler => new(new FixedSigningKey(fixture.Key), "example.com:6443");

    private static DefaultHttpContext Request(string path)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = path;
        return http;
    }

    private async Task<(string? Type, JsonNode Body)> GetAsync(string path)
    {
        var http = Request(path);
        using var body = new MemoryStream();
        http.Response.Body = body;
        Assert.True(await Handler.TryHandleAsync(http, new UserInfo()));
        await http.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        return (http.Response.ContentType, JsonNode.Parse(body.ToArray())!);
    }
}
