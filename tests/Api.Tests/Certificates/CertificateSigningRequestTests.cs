using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorKube.Api.Certificates;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Certificates;

public sealed class CertificateSigningRequestTests
{
    private static readonly Kind Kind = CertificateKinds.All.Single();
    private static readonly (string Request, string Certificate) Pem = CreatePem();

    private static readonly string Valid =
        $$$"""{"metadata":{"name":"A"},"spec":{"request":"{{{Pem.Request}}}","signerName":"example.com/s","usages":["client auth"]}}""";

    [Theory]
    [InlineData("spec.request", "\"eg==\"", "Invalid spec.request")]
    [InlineData("spec.usages", "[]", "Required spec.usages")]
    [InlineData("spec.usages", """["x","x"]""", "Duplicate spec.usages[1]; NotSupported spec.usages[0]; NotSupported spec.usages[1]")]
    [InlineData("spec.signerName", "\"\"", "Required spec.signerName")]
    [InlineData("spec.signerName", "\"s\"", "Invalid spec.signerName")]
    [InlineData("spec.signerName", "\"a/B\"", "Invalid spec.signerName; Invalid spec.signerName")]
    [InlineData("spec.signerName", "\"kubernetes.io/legacy-unknown\"", "Invalid spec.signerName")]
    [InlineData("spec.expirationSeconds", "599", "Invalid spec.expirationSeconds")]
    public void Validate_Edited_FindsExactly(string path, string value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Kind, Valid));
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));
    }

    [Theory]
    [InlineData("""[{"type":"Approved","status":"True"}]""", "")]
    [InlineData("""[{"type":"Approved","status":"False"}]""", "NotSupported status.conditions[0].status")]
    [InlineData("""[{"type":"Approved","status":"True"},{"type":"Denied","status":"True"}]""", "Invalid status.conditions[1].type")]
    [InlineData("""[{"type":"","status":""}]""", "Required status.conditions[0].status; Required status.conditions[0].type")]
    [InlineData("""[{"type":"X","status":"True"},{"type":"X","status":"True"}]""", "Duplicate status.conditions[1].type")]
    public void Approval_Conditions_AreChecked(string conditions, string expected) =>
        Assert.Equal(expected, Write(Stored(), With("conditions", conditions), CertificateWrite.Approval));

    [Fact]
    public void Approval_Decision_IsFinal()
    {
        var approved = CertificateSubresources.PrepareApproval(With("conditions", """[{"type":"Approved","status":"True"}]"""), Stored());

        Assert.Equal("Forbidden status.conditions", Write(approved, With("conditions", """[{"type":"Denied","status":"True"}]"""), CertificateWrite.Approval));
        Assert.Equal("Forbidden status.conditions", Write(Stored(), With("conditions", """[{"type":"Approved","status":"True"}]"""), CertificateWrite.Status));
    }

    [Fact]
    public void Status_Certificate_IsSetOnce()
    {
        var issued = With("certificate", $"\"{Pem.Certificate}\"");

        Assert.Equal("", Write(Stored(), issued, CertificateWrite.Status));
        Assert.Equal("Invalid status.certificate", Write(Stored(), With("certificate", "\"eg==\""), CertificateWrite.Status));
        Assert.Equal("Forbidden status.certificate", Write(issued, Stored(), CertificateWrite.Status));
        Assert.Equal("", Write(Stored(), issued, CertificateWrite.Approval));
    }

    [Fact]
    public void Stamp_Times_AreFilledIn()
    {
        var before = With("conditions", """[{"type":"Failed","status":"True","lastTransitionTime":"2029-01-01T00:00:00Z"}]""");
        var next = With("conditions", """[{"type":"Failed","status":"True"},{"type":"X","status":"True"}]""");
        var stamped = CertificateSubresources.Stamp(next, before, KindProbe.Now).Status.Conditions!;

        Assert.Equal([KindProbe.Now, KindProbe.Now], stamped.Select(c => c.LastUpdateTime));
        Assert.Equal([new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero), KindProbe.Now], stamped.Select(c => c.LastTransitionTime));
    }

    [Fact]
    public void Create_Requester_IsNotTheClientsToSay() => Assert.DoesNotContain(
        "mallory", KindProbe.Write(Kind, KindProbe.Create(Kind, KindProbe.Edit(Valid, "spec.username", "\"mallory\""))), StringComparison.Ordinal);

    [Fact]
    public void Cells_Condition_TellsWhatHappened()
    {
        Assert.Equal(["A", "<unknown>", "example.com/s", "", "<none>", "Pending"], KindProbe.Cells(Kind, Valid));
        var json = KindProbe.Edit(Valid, "status", """{"certificate":"eg==","conditions":[{"type":"Approved"},{"type":"Failed"}]}""");
        Assert.Equal("Approved,Failed,Issued", KindProbe.Cells(Kind, json)[^1]);
    }

    private static string Write(CertificateSigningRequest previous, CertificateSigningRequest next, CertificateWrite write)
    {
        var prepared = write == CertificateWrite.Approval
            ? CertificateSubresources.PrepareApproval(next, previous)
            : CertificateSubresources.PrepareStatus(next, previous);
        var errors = new FieldErrors();
        CertificateSigningRequestValidation.ValidateUpdate(prepared, previous, write, errors);
        return string.Join("; ", errors.All.Select(e => $"{e.Reason.Replace("FieldValue", "", StringComparison.Ordinal)} {e.Field}").Order(StringComparer.Ordinal));
    }

    private static CertificateSigningRequest Stored() => (CertificateSigningRequest)KindProbe.Create(Kind, Valid);

    private static CertificateSigningRequest With(string field, string value) =>
        (CertificateSigningRequest)KindProbe.Read(Kind, KindProbe.Edit(Valid, "status." + field, value));

    private static (string Request, string Certificate) CreatePem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=u", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(KindProbe.Now, KindProbe.Now.AddDays(1));
        return (Base64(request.CreateSigningRequestPem()), Base64(certificate.ExportCertificatePem()));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
