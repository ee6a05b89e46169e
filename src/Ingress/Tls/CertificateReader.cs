using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorKube.Api.Core;

namespace ActorKube.Ingresses.Tls;

/// <summary>Reads the certificate of a secret of type <c>kubernetes.io/tls</c>: PEM texts <c>tls.crt</c>, the server's own first, and <c>tls.key</c>.</summary>
internal static class CertificateReader
{
    private const string Certificates = "tls.crt";
    private const string Key = "tls.key";

    /// <exception cref="FormatException">What is wrong, in words for whoever wrote it.</exception>
    public static ServerCertificate Read(Secret secret)
    {
        var (certificates, key) = (Text(secret, Certificates), Text(secret, Key));
        try
        {
            using var ephemeral = X509Certificate2.CreateFromPem(certificates, key);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificates);
            chain.RemoveAt(0);
            return new ServerCertificate(new X509Certificate2(ephemeral), chain);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static string Text(Secret secret, string name) => secret.Data?.TryGetValue(name, out var bytes) == true && bytes.Length > 0
        ? Encoding.UTF8.GetString(bytes.Span)
        : throw new FormatException($"it has no {name}");
}
