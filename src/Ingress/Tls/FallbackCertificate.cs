using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.Ingresses.Tls;

/// <summary>Signed by itself, for hosts that nobody has given a certificate: the connection is encrypted, and clients see that nobody vouches for it.</summary>
internal static class FallbackCertificate
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3650);

    /// <summary>Clocks of clients may be behind by this much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    public static ServerCertificate Create(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ActorKube ingress without a certificate", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("ingress.local");
        request.CertificateExtensions.Add(names.Build());
        var now = time.GetUtcNow();
        return new ServerCertificate(request.CreateSelfSigned(now - ClockSkew, now + Life), []);
    }
}
