using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Namespaces;

/// <summary>Fits a namespace out with what every pod in it relies on, and empties it before it goes.</summary>
internal sealed class NamespaceReconciler(NamespaceFurnishing furnishing, NamespaceTermination termination) : IReconciler
{
    public string Resource => Resources.Namespaces;

    public Decision Reconcile(ReconcileContext context) => context.Object?.Read<Namespace>() switch
    {
        null => Decision.None,
        { Metadata.DeletionTimestamp: not null } going => termination.Decide(context, going),
        var present => furnishing.Decide(context, present),
    };
}
