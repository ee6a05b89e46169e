using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>The <c>/finalize</c> subresource: the only way to change <c>spec.finalizers</c>, whose emptying lets a deleted namespace go.</summary>
public static class NamespaceFinalization
{
    /// <summary>What a write to the subresource stores: everything the client sent but the status.</summary>
    public static Namespace Apply(Namespace next, Namespace previous) => NamespaceDefaults.WithNameLabel(next with { Status = previous.Status });

    /// <summary>Checks the finalizers; metadata is checked as on any update.</summary>
    public static void Validate(Namespace next, FieldErrors errors) => NamespaceValidation.ValidateFinalize(next, errors);

    /// <summary>A namespace as its deletion starts: it terminates from then on.</summary>
    public static Namespace Terminate(Namespace ns) => ns with
    {
        Metadata = ns.Metadata with { DeletionGracePeriodSeconds = null },
        Status = ns.Status with { Phase = NamespaceDefaults.Terminating },
    };
}
