using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.Api.Certificates;

/// <summary>Signing requests: a PEM block with a PKCS #10 request, signed by the key that it is for.</summary>
internal static class CertificateRequestContent
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";

    /// <summary>Null for a valid request.</summary>
    public static string? WhyInvalid(ReadOnlyMemory<byte> pem)
    {
        if (PemBlock.ReadAll(pem).FirstOrDefault() is not { Type: "CERTIFICATE REQUEST" } block)
        {
            return "PEM block type must be CERTIFICATE REQUEST";
        }

        try
        {
            var request = Load(block.Content, CertificateRequestLoadOptions.SkipSignatureValidation);

            // The platform can't check signatures by other keys, Ed25519 among them; their signer will.
            if (request.PublicKey.Oid.Value is Rsa or EllipticCurve)
            {
                Load(block.Content, CertificateRequestLoadOptions.Default);
            }

            return null;
        }
        catch (CryptographicException e)
        {
            return "x509: " + e.Message;
        }
    }

    private static CertificateRequest Load(byte[] der, CertificateRequestLoadOptions options) =>
        CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256, options, RSASignaturePadding.Pkcs1);
}
