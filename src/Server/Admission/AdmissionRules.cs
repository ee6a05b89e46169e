using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>The rules in the order in which they apply.</summary>
public static class AdmissionRules
{
    public static IReadOnlyList<IAdmission> All(IObjectIdentity identity) =>
        [new NamespaceLifecycle(), new ServiceAccounts(identity), new PodPriority(), new DefaultTolerations()];
}
