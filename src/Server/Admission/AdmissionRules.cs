using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Server.Admission.PodSecurity;

namespace ActorKube.Server.Admission;

/// <summary>The rules in the order in which they apply: that of the plugins that Kubernetes v1.32 has by default.</summary>
public static class AdmissionRules
{
    public static IReadOnlyList<IAdmission> All(IObjectIdentity identity, ServiceNetwork services, Random random) =>
    [
        new NamespaceLifecycle(),
        new ServiceAccounts(identity),
        new NodeTaints(),
        new PodSecurityAdmission(),
        new PodPriority(),
        new DefaultTolerations(),
        new DefaultStorageClass(),
        new StorageProtection(),
        new ClaimGrowth(),
        new RuntimeClasses(),
        new CertificateRequester(),
        new CertificateSubjectRestriction(),
        new DefaultIngressClass(),
        new ServiceAddresses(services, random),
    ];
}
