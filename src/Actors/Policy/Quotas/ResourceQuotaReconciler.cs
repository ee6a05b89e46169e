using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Policy.Quotas;

/// <summary>Shows what is used of a quota. Whether something still fits is decided by <see cref="QuotaAdmission"/>, which does not rely on it.</summary>
internal sealed class ResourceQuotaReconciler(IReadOnlyList<Kind> kinds) : IReconciler
{
    public string Resource => Resources.ResourceQuotas;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<ResourceQuota>() is not { } quota)
        {
            return Decision.None;
        }

        var status = new ResourceQuotaStatus
        {
            Hard = quota.Spec.Hard,
            Used = QuotaLedger.Used(context.View, kinds, context.Key.Namespace, quota.Spec),
        };
        return ApiEquality.Same(status, quota.Status) ? Decision.None : Decision.Do(new ReplaceStatus(context.Object, quota with { Status = status }));
    }
}
