using System.Buffers.Text;
using System.Text.Json;
using ActorKube.Api.Authentication;
using ActorKube.Api.Tokens;
using ActorKube.Server.Hosting;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tokens;

/// <summary>
/// What others need to check the tokens of service accounts by themselves: OpenID discovery
/// (<c>openid.net/specs/openid-connect-discovery-1_0.html</c>, section 4) and the public keys (RFC 7517).
/// </summary>
/// <param name="publicAddress">Host and port of this server.</param>
public sealed class OpenIdHandler(ISigningKeys keys, string publicAddress) : INonResourceHandler
{
    private const string Configuration = "/.well-known/openid-configuration";
    private const string KeySet = "/openid/v1/jwks";

    /// <summary>An hour. A new key has to be published for so long before it signs.</summary>
    private const string CacheControl = "public, max-age=3600";

    public IEnumerable<string> Paths => [Configuration, KeySet];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        var path = http.Request.Path.Value!.TrimEnd('/');
        if (path is not (Configuration or KeySet))
        {
            return false;
        }

        if (http.Request.Method is not ("GET" or "HEAD"))
        {
            throw ResourceHandler.NotAllowed();
        }

        var isKeySet = path == KeySet;
        http.Response.Headers.CacheControl = CacheControl;
        http.Response.ContentType = isKeySet ? "application/jwk-set+json" : "application/json";
        await http.Response.BodyWriter.WriteAsync(Json.Of(isKeySet ? WriteKeys : WriteConfiguration), http.RequestAborted).ConfigureAwait(false);
        return true;
    }

    private void WriteConfiguration(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("issuer", TokenIssuer.Name);
        writer.WriteString("jwks_uri", $"https://{publicAddress}{KeySet}");
        Array(writer, "response_types_supported", "id_token");
        Array(writer, "subject_types_supported", "public");
        Array(writer, "id_token_signing_alg_values_supported", SigningKey.Algorithm);
        writer.WriteEndObject();
    }

    private void WriteKeys(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("keys");
        foreach (var key in keys.Accepted)
        {
            writer.WriteStartObject();
            writer.WriteString("use", "sig");
            writer.WriteString("kty", "RSA");
            writer.WriteString("kid", key.Id);
            writer.WriteString("alg", SigningKey.Algorithm);
            writer.WriteString("n", Base64Url.EncodeToString(key.PublicParameters.Modulus));
            writer.WriteString("e", Base64Url.EncodeToString(key.PublicParameters.Exponent));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter writer, string name, string only)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(only);
        writer.WriteEndArray();
    }
}
