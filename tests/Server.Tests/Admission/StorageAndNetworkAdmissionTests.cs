using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorKube.Api.Certificates;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Networking;
using ActorKube.Api.Quantities;
using ActorKube.Api.Storage;
using ActorKube.Engine.Commands;
using ActorKube.Server.Tests.Support;

namespace ActorKube.Server.Tests.Admission;

public sealed class StorageAndNetworkAdmissionTests
{
    [Theory(Timeout = 30_000)]
    [InlineData(true, true, null)]
    [InlineData(true, false, "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize")]
    [InlineData(false, true, "Only bound persistent volume claims can be expanded")]
    public async Task Claim_ThatAsksForMore_NeedsAVolumeThatGrows(bool isBound, bool grows, string? why)
    {
        await using var store = await TestStore.OpenAsync(new StorageClass { Metadata = new ObjectMeta { Name = "sc" }, Provisioner = "example.com/p", AllowVolumeExpansion = grows });
        var claim = await store.CreateAsync(new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta { Name = "c", Namespace = "ns" },
            Spec = new PersistentVolumeClaimSpec { StorageClassName = "sc", AccessModes = ["ReadWriteOnce"], Resources = new VolumeResourceRequirements { Requests = Size("1Gi") } },
        });
        if (isBound)
        {
            await store.UpdateAsync(claim, static c => c with { Status = c.Status with { Phase = "Bound" } }, UpdateScope.Status, "status");
        }

        async Task GrowAsync() => await store.UpdateAsync(claim, static c => c with { Spec = c.Spec with { Resources = new VolumeResourceRequirements { Requests = Size("2Gi") } } });
        if (why is null)
        {
            await GrowAsync();
        }
        else
        {
            // What the claim's own rules say of one that isn't bound comes first.
            Assert.Contains(isBound ? why : "spec", (await Assert.ThrowsAsync<ApiException>(GrowAsync)).Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Ingress_WithoutAClass_GetsTheNewestDefault()
    {
        static IngressClass Class(string name, bool isDefault) => new()
        {
            Metadata = new ObjectMeta { Name = name, Annotations = isDefault ? new Dictionary<string, string> { ["ingressclass.kubernetes.io/is-default-class"] = "true" } : null },
            Spec = new IngressClassSpec { Controller = "example.com/c" },
        };
        static Ingress Plain(string name, string? chosen = null) => new()
        {
            Metadata = new ObjectMeta { Name = name, Namespace = "ns" },
            Spec = new IngressSpec { IngressClassName = chosen, DefaultBackend = new IngressBackend { Service = new IngressServiceBackend { Name = "s", Port = new ServiceBackendPort { Number = 80 } } } },
        };
        await using var store = await TestStore.OpenAsync(Class("plain", false), Class("old", true));
        store.Time.Advance(TimeSpan.FromSeconds(1));
        await store.CreateAsync(Class("new", true));

        Assert.Equal("new", (await store.CreateAsync(Plain("a"))).Spec.IngressClassName);
        Assert.Equal("plain", (await store.CreateAsync(Plain("b", "plain"))).Spec.IngressClassName);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("O=system:masters, CN=me", "403 certificatesigningrequests.certificates.k8s.io \"r\" is forbidden: use of kubernetes.io/kube-apiserver-client signer with system:masters group is not allowed")]
    [InlineData("O=others, CN=me", null)]
    public async Task SigningRequest_ForTheGroupOfMasters_IsForbidden(string subject, string? refusal)
    {
        await using var store = await TestStore.OpenAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSigningRequestPem();

        Assert.Equal(refusal, await store.RefusalAsync(new CertificateSigningRequest
        {
            Metadata = new ObjectMeta { Name = "r" },
            Spec = new CertificateSigningRequestSpec { Request = Encoding.ASCII.GetBytes(pem), SignerName = "kubernetes.io/kube-apiserver-client", Usages = ["client auth"] },
        }));
    }

    private static Dictionary<string, Quantity> Size(string size) => new() { ["storage"] = Quantity.Parse(size) };
}
