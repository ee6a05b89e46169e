using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorKube.Api.Certificates;

namespace ActorKube.Api.Tests.Certificates;

public sealed class CertificateSubjectsTests
{
    private const string CommonName = "2.5.4.3";
    private const string Organization = "2.5.4.10";

    [Fact]
    public void Groups_OfARequest_AreAllItsOrganizations()
    {
        Assert.Equal(["one", "two"], Groups([(CommonName, "me")], [(Organization, "one")], [(Organization, "two")]));
        Assert.Equal(["beside the name"], Groups([(CommonName, "me"), (Organization, "beside the name")]));
        Assert.Empty(Groups([(CommonName, "me")]));
    }

    private static IReadOnlyList<string> Groups(params (string Id, string Name)[][] parts)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var part in parts)
            {
                using var set = writer.PushSetOf();
                foreach (var (id, name) in part)
                {
                    using var pair = writer.PushSequence();
                    writer.WriteObjectIdentifier(id);
                    writer.WriteCharacterString(UniversalTagNumber.UTF8String, name);
                }
            }
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName(writer.Encode()), key, HashAlgorithmName.SHA256);
        return CertificateSubjects.Groups(Encoding.ASCII.GetBytes(request.CreateSigningRequestPem()));
    }
}
