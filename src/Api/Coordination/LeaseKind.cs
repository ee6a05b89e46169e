using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Coordination;

internal static class LeaseKind
{
    public static readonly Kind<Lease> Kind = new()
    {
        Group = "coordination.k8s.io",
        Version = "v1",
        Name = "Lease",
        Plural = "leases",
        CreateOnUpdate = true,
        UnconditionalUpdate = false,
        OnCreate = static lease => lease with { Spec = lease.Spec with { Strategy = null, PreferredHolder = null } },
        OnUpdate = KeepDisabled,
        OnValidate = static (lease, errors) => Validate(lease.Spec, FieldPath.Of("spec"), errors),
        TableColumns = [Column<Lease>.NameColumn, new("Holder", "Who holds the lease.", static l => l.Spec.HolderIdentity ?? ""), Column<Lease>.AgeColumn],
    };

    /// <summary>Coordinated leader election is off in v1.32: its fields can't be set, only kept.</summary>
    private static Lease KeepDisabled(Lease next, Lease previous) => next with
    {
        Spec = next.Spec with
        {
            Strategy = previous.Spec.Strategy is null ? null : next.Spec.Strategy,
            PreferredHolder = previous.Spec.PreferredHolder is null ? null : next.Spec.PreferredHolder,
        },
    };

    private static void Validate(LeaseSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.LeaseDurationSeconds is <= 0)
        {
            errors.Invalid(path.Child("leaseDurationSeconds"), spec.LeaseDurationSeconds, "must be greater than 0");
        }

        if (spec.LeaseTransitions is < 0)
        {
            errors.Invalid(path.Child("leaseTransitions"), spec.LeaseTransitions, "must be greater than or equal to 0");
        }

        if (!string.IsNullOrEmpty(spec.PreferredHolder) && string.IsNullOrEmpty(spec.Strategy))
        {
            errors.Forbidden(path.Child("preferredHolder"), "may only be specified if `strategy` is defined");
        }
    }
}
