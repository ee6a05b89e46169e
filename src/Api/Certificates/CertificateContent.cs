using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.Api.Certificates;

/// <summary>Issued certificates: PEM blocks with X.509 certificates and nothing else.</summary>
internal static class CertificateContent
{
    /// <summary>Null for valid content, or for none.</summary>
    public static string? WhyInvalid(ReadOnlyMemory<byte> pem)
    {
        if (pem.IsEmpty)
        {
            return null;
        }

        var count = 0;
        foreach (var block in PemBlock.ReadAll(pem))
        {
            count++;
            if (WhyInvalid(block) is { } reason)
            {
                return reason;
            }
        }

        return count == 0 ? "must contain at least one CERTIFICATE PEM block" : null;
    }

    private static string? WhyInvalid(PemBlock block)
    {
        if (block.Type != "CERTIFICATE")
        {
            return $"only CERTIFICATE PEM blocks are allowed, found \"{block.Type}\"";
        }

        if (block.HasHeaders)
        {
            return "no PEM block headers are permitted";
        }

        if (block.Content.Length == 0)
        {
            return "found CERTIFICATE PEM block containing 0 certificates";
        }

        try
        {
            using var _ = X509CertificateLoader.LoadCertificate(block.Content);
            return null;
        }
        catch (CryptographicException e)
        {
            return "x509: " + e.Message;
        }
    }
}
