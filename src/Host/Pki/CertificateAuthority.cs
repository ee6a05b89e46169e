using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Engine.Transport;

namespace ActorKube.Host.Pki;

/// <summary>The cluster's own authority: it signs the server's certificate and those of clients. ECDSA on P-256.</summary>
public sealed class CertificateAuthority(X509Certificate2 certificate, TimeProvider time)
{
    private const string ServerUsage = "1.3.6.1.5.5.7.3.1";
    private const string ClientUsage = "1.3.6.1.5.5.7.3.2";
    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(3650);

    /// <summary>Of the certificates of servers and users.</summary>
    public static readonly TimeSpan LeafLife = TimeSpan.FromDays(365);

    /// <summary>Clocks of clients may be behind by this much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public X509Certificate2 Certificate { get; } = certificate;

    public static CertificateAuthority Create(string commonName, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = time.GetUtcNow();
        return new CertificateAuthority(request.CreateSelfSigned(now - ClockSkew, now + AuthorityLife), time);
    }

    /// <summary>Whether a certificate was signed by this authority.</summary>
    public bool HasSigned(X509Certificate2 leaf)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(leaf);
    }

    /// <summary>From <see cref="ToPem"/>.</summary>
    public static CertificateAuthority FromPem(string pem, TimeProvider time) => new(X509Certificate2.CreateFromPem(pem, pem), time);

    /// <summary>The certificate and its key.</summary>
    public string ToPem()
    {
        using var key = Certificate.GetECDsaPrivateKey()!;
        return Certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>A certificate for a server that is reached under these names and addresses.</summary>
    public X509Certificate2 IssueServer(string commonName, IEnumerable<string> names, IEnumerable<IPAddress> addresses)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            alternatives.AddDnsName(name);
        }

        foreach (var address in addresses)
        {
            alternatives.AddIpAddress(address);
        }

        return Issue($"CN={commonName}", [ServerUsage], alternatives.Build(), LeafLife);
    }

    /// <summary>A certificate by which hosts of the cluster know each other, whichever side opens the connection.</summary>
    public X509Certificate2 IssueHost(string name, TimeSpan life) => Issue($"O={PeerTrust.Organization},CN={name}", [ServerUsage, ClientUsage], null, life);

    /// <summary>A certificate that authenticates a user, its groups given as organizations.</summary>
    public X509Certificate2 IssueClient(string user, params IEnumerable<string> groups) =>
        Issue(string.Join(",", groups.Select(g => $"O={g}").Append($"CN={user}")), [ClientUsage], null, LeafLife);

    private X509Certificate2 Issue(string subject, string[] usages, X509Extension? alternatives, TimeSpan life)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. usages.Select(static u => new Oid(u))], false));
        if (alternatives is not null)
        {
            request.CertificateExtensions.Add(alternatives);
        }

        var now = time.GetUtcNow();
        using var signed = request.Create(Certificate, now - ClockSkew, now + life, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }
}
