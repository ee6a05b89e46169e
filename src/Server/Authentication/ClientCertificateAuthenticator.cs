using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Api.Tokens;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Authentication;

/// <summary>
/// A client certificate of the cluster's authority: its common name is the user, its organizations are the groups, and its fingerprint tells
/// which credential it was.
/// </summary>
public sealed class ClientCertificateAuthenticator(X509Certificate2 authority, TimeProvider time) : IAuthenticator
{
    private const string CommonName = "2.5.4.3";
    private const string Organization = "2.5.4.10";
    private const string CredentialId = "authentication.kubernetes.io/credential-id";

    public ValueTask<UserInfo?> AuthenticateAsync(HttpContext http)
    {
        var connection = http.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionItemsFeature>()?.Items;
        if (connection is not null && connection.TryGetValue(typeof(ClientCertificateAuthenticator), out var known))
        {
            return ValueTask.FromResult((UserInfo?)known);
        }

        if (http.Connection.ClientCertificate is not { } certificate)
        {
            return ValueTask.FromResult<UserInfo?>(null);
        }

        var user = IsTrusted(certificate) ? UserOf(certificate) : throw ApiErrors.Unauthorized();
        if (connection is not null)
        {
            connection[typeof(ClientCertificateAuthenticator)] = user;
        }

        return ValueTask.FromResult<UserInfo?>(user);
    }

    private bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }

    private static UserInfo UserOf(X509Certificate2 certificate)
    {
        var name = "";
        var groups = new List<string>();
        foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
        {
            if (part.HasMultipleElements)
            {
                continue;
            }

            switch (part.GetSingleElementType().Value)
            {
                case CommonName:
                    name = part.GetSingleElementValue() ?? "";
                    break;
                case Organization:
                    groups.Add(part.GetSingleElementValue() ?? "");
                    break;
            }
        }

        return name.Length == 0 ? throw ApiErrors.Unauthorized() : Users.Named(name, groups) with
        {
            Extra = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [ServiceAccountUsers.CredentialId] = ["X509SHA256=" + certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant()] },
        };
    }
}
