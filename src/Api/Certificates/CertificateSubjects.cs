using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.Api.Certificates;

/// <summary>Who a signing request is for.</summary>
public static class CertificateSubjects
{
    private const string Organization = "2.5.4.10";

    /// <summary>The groups that the certificate would put its bearer in. Of several names in one part of the subject all count.</summary>
    /// <param name="pem">A valid request.</param>
    /// <exception cref="CryptographicException">It is none.</exception>
    /// <exception cref="AsnContentException">Its subject is malformed.</exception>
    public static IReadOnlyList<string> Groups(ReadOnlyMemory<byte> pem)
    {
        var der = PemBlock.ReadAll(pem).First().Content;
        var request = CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.SkipSignatureValidation, RSASignaturePadding.Pkcs1);
        var groups = new List<string>();
        var parts = new AsnReader(request.SubjectName.RawData, AsnEncodingRules.DER).ReadSequence();
        while (parts.HasData)
        {
            var names = parts.ReadSetOf();
            while (names.HasData)
            {
                var name = names.ReadSequence();
                if (name.ReadObjectIdentifier() == Organization)
                {
                    groups.Add(name.ReadCharacterString((UniversalTagNumber)name.PeekTag().TagValue));
                }
            }
        }

        return groups;
    }
}
