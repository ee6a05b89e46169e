using ActorKube.Api.AdmissionRegistration;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;
using ActorKube.Api.Authorization;
using ActorKube.Api.Autoscaling;
using ActorKube.Api.Certificates;
using ActorKube.Api.Extensions;
using ActorKube.Api.FlowControl;
using ActorKube.Api.Kinds;
using ActorKube.Api.Networking;
using ActorKube.Api.Policy;
using ActorKube.Api.Rbac;
using ActorKube.Api.RuntimeClasses;
using ActorKube.Api.Scheduling;
using ActorKube.Api.Storage;

namespace ActorKube.Api.Tests.Kinds;

/// <summary>What discovery says of the kinds outside of the core.</summary>
public sealed class OtherKindsTests
{
    private static readonly KindRegistry Registry = new(
    [
        .. AdmissionRegistrationKinds.All, .. ApiRegistrationKinds.All, .. AuthenticationKinds.All, .. AuthorizationKinds.All, .. AutoscalingKinds.All,
        .. CertificateKinds.All, .. ExtensionKinds.All, .. FlowControlKinds.All, .. NetworkingKinds.All, .. PolicyKinds.All, .. RbacKinds.All,
        .. RuntimeClassKinds.All, .. SchedulingKinds.All, .. StorageKinds.All,
    ]);

    // Scope (n, c), status, generation, create on update (+), update needs a version (!); short names; categories.
    [Theory]
    [InlineData("admissionregistration.k8s.io/v1 mutatingwebhookconfigurations", "c-g !", "", "api-extensions")]
    [InlineData("admissionregistration.k8s.io/v1 validatingadmissionpolicies", "csg !", "", "api-extensions")]
    [InlineData("admissionregistration.k8s.io/v1 validatingadmissionpolicybindings", "c-g !", "", "api-extensions")]
    [InlineData("admissionregistration.k8s.io/v1 validatingwebhookconfigurations", "c-g !", "", "api-extensions")]
    [InlineData("apiextensions.k8s.io/v1 customresourcedefinitions", "csg !", "crd crds", "api-extensions")]
    [InlineData("apiregistration.k8s.io/v1 apiservices", "cs- !", "", "api-extensions")]
    [InlineData("authentication.k8s.io/v1 selfsubjectreviews", "c--  ", "", "")]
    [InlineData("authentication.k8s.io/v1 tokenreviews", "c--  ", "", "")]
    [InlineData("authorization.k8s.io/v1 localsubjectaccessreviews", "n--  ", "", "")]
    [InlineData("authorization.k8s.io/v1 selfsubjectrulesreviews", "c--  ", "", "")]
    [InlineData("autoscaling/v1 horizontalpodautoscalers", "ns-  ", "hpa", "all")]
    [InlineData("autoscaling/v2 horizontalpodautoscalers", "ns-  ", "hpa", "all")]
    [InlineData("certificates.k8s.io/v1 certificatesigningrequests", "cs-  ", "csr", "")]
    [InlineData("flowcontrol.apiserver.k8s.io/v1 flowschemas", "csg  ", "", "")]
    [InlineData("flowcontrol.apiserver.k8s.io/v1 prioritylevelconfigurations", "csg  ", "", "")]
    [InlineData("networking.k8s.io/v1 ingressclasses", "c-g  ", "", "")]
    [InlineData("networking.k8s.io/v1 ingresses", "nsg  ", "ing", "")]
    [InlineData("networking.k8s.io/v1 networkpolicies", "n-g  ", "netpol", "")]
    [InlineData("node.k8s.io/v1 runtimeclasses", "c--+!", "", "")]
    [InlineData("policy/v1 poddisruptionbudgets", "nsg !", "pdb", "")]
    [InlineData("rbac.authorization.k8s.io/v1 clusterroles", "c--+ ", "", "")]
    [InlineData("rbac.authorization.k8s.io/v1 rolebindings", "n--+ ", "", "")]
    [InlineData("scheduling.k8s.io/v1 priorityclasses", "c-g  ", "pc", "")]
    [InlineData("storage.k8s.io/v1 csidrivers", "c-- !", "", "")]
    [InlineData("storage.k8s.io/v1 csinodes", "c-- !", "", "")]
    [InlineData("storage.k8s.io/v1 csistoragecapacities", "n-- !", "", "")]
    [InlineData("storage.k8s.io/v1 storageclasses", "c--  ", "sc", "")]
    [InlineData("storage.k8s.io/v1 volumeattachments", "cs- !", "", "")]
    public void Discovery_Kind_HasItsFacts(string address, string traits, string shortNames, string categories)
    {
        var kind = Registry.All.Single(k => $"{k.ApiVersion} {k.Plural}" == address);
        var actual = $"{(kind.Namespaced ? 'n' : 'c')}{(kind.HasStatus ? 's' : '-')}{(kind.HasGeneration ? 'g' : '-')}{(kind.CreateOnUpdate ? '+' : ' ')}{(kind.UnconditionalUpdate ? ' ' : '!')}";

        Assert.Equal((traits, shortNames, categories), (actual, string.Join(' ', kind.ShortNames), string.Join(' ', kind.Categories)));
    }

    [Fact]
    public void Columns_Descriptions_AreThere() => Assert.All(Registry.All.SelectMany(k => k.Columns), c => Assert.EndsWith(".", c.Description, StringComparison.Ordinal));
}
