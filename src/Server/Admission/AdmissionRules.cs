using ActorKube.Api.Core;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>The rules in the order in which they apply.</summary>
public static class AdmissionRules
{
    public static IReadOnlyList<IAdmission> All(IObjectIdentity identity, ServiceNetwork services, Random random) =>
    [
        new NamespaceLifecycle(),
        new ServiceAccounts(identity),
        new NodeTaints(),
        new PodPriority(),
        new DefaultTolerations(),
        new DefaultStorageClass(),
        new StorageProtection(),
        new CertificateRequester(),
        new ServiceAddresses(services, random),
    ];
}
