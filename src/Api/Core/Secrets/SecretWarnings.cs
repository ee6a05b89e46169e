using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ActorKube.Api.Core;

/// <summary>Says when the certificate and the key of a TLS secret don't make a pair, in the words of Go's loader.</summary>
internal static class SecretWarnings
{
    private const string Certificate = "CERTIFICATE";
    private const string PrivateKey = "PRIVATE KEY";

    public static IReadOnlyList<string> Of(Secret secret) =>
        secret.Type == SecretTypes.Tls && Mismatch(Text(secret, SecretTypes.TlsCertificateKey), Text(secret, SecretTypes.TlsPrivateKeyKey)) is { } warning ? [warning] : [];

    private static string Text(Secret secret, string key) => Encoding.UTF8.GetString((secret.Data?.GetValueOrDefault(key) ?? default).Span);

    private static string? Mismatch(string certificate, string key)
    {
        var certificateLabels = Labels(certificate);
        if (!certificateLabels.Contains(Certificate))
        {
            return certificateLabels switch
            {
                [] => "tls: failed to find any PEM data in certificate input",
                [var one] when one.EndsWith(PrivateKey, StringComparison.Ordinal) =>
                    "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched",
                _ => $"tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the following types: [{string.Join(' ', certificateLabels)}]",
            };
        }

        var keyLabels = Labels(key);
        if (!keyLabels.Any(l => l == PrivateKey || l.EndsWith(" " + PrivateKey, StringComparison.Ordinal)))
        {
            return keyLabels switch
            {
                [] => "tls: failed to find any PEM data in key input",
                [Certificate] => "tls: found a certificate rather than a key in the PEM for the private key",
                _ => $"tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM blocks of the following types: [{string.Join(' ', keyLabels)}]",
            };
        }

        return PairError(certificate, key);
    }

    private static string? PairError(string certificate, string key)
    {
        X509Certificate2 parsed;
        try
        {
            parsed = X509Certificate2.CreateFromPem(certificate);
        }
        catch (CryptographicException)
        {
            return "x509: malformed certificate";
        }

        using (parsed)
        {
            try
            {
                using var pair = X509Certificate2.CreateFromPem(certificate, key);
                return null;
            }
            catch (Exception e) when (e is ArgumentException)
            {
                return "tls: private key does not match public key";
            }
            catch (CryptographicException)
            {
                return "tls: failed to parse private key";
            }
        }
    }

    /// <summary>The kinds of the PEM blocks, in order.</summary>
    private static List<string> Labels(string pem)
    {
        List<string> labels = [];
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var block))
        {
            labels.Add(rest[block.Label].ToString());
            rest = rest[block.Location.End..];
        }

        return labels;
    }
}
