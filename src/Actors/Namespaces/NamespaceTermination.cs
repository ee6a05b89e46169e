using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Namespaces;

/// <summary>
/// Empties a namespace. What has grace, as pods do, and what finalizers hold is reported and waited for; when nothing is left the namespace loses the finalizer
/// that kept it. Follows <c>kubernetes.io/docs/tasks/administer-cluster/namespaces</c>.
/// </summary>
internal sealed class NamespaceTermination(KindNames names)
{
    private const string Finalizer = "kubernetes";

    /// <summary>Before it begins, every server of the cluster is to know that nothing may be created any more; Kubernetes waits as long.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(5);

    private readonly Kind[] _kinds = [.. names.Stored.Where(static k => k.Namespaced)];

    public Decision Decide(ReconcileContext context, Namespace space)
    {
        if (space.Spec.Finalizers?.Contains(Finalizer) != true)
        {
            return Decision.None;
        }

        var wait = space.Metadata.DeletionTimestamp!.Value + Notice - context.Now;
        if (wait > TimeSpan.Zero)
        {
            return Decision.LookAgain(wait);
        }

        var contents = Contents(context, _kinds).ToList();
        if (Delete(context, space, contents) is { } deletion)
        {
            return deletion;
        }

        return contents.Count > 0 ? Report(context, space, NamespaceConditions.Remaining(contents)) : Decision.Do(Finish(context, space));
    }

    private static IEnumerable<NamespaceContent> Contents(ReconcileContext context, IEnumerable<Kind> kinds) =>
        kinds.SelectMany(k => context.View.List(k.Resource, context.Key.Name).Select(s => new NamespaceContent(k, s)));

    /// <summary>Null when all of it is on its way out.</summary>
    private static Decision? Delete(ReconcileContext context, Namespace space, List<NamespaceContent> contents)
    {
        var deletions = contents.Where(static c => !c.Stored.Header.IsDeleting).Select(static c => (ReconcileAction)new DeleteObject(c.Stored.Key, c.Stored.Header.Uid)
        {
            Options = new DeleteOptions { PropagationPolicy = PropagationPolicies.Background },
        });
        InBursts bursts = new([.. deletions]);
        return bursts.Actions.IsEmpty ? null : Decision.Do(bursts with
        {
            OnRefused = (refusal, _) => Report(context, space, [NamespaceConditions.Failed(refusal)]).Actions,
        });
    }

    private static Decision Report(ReconcileContext context, Namespace space, IReadOnlyList<NamespaceCondition> found)
    {
        var status = NamespaceConditions.Update(space.Status, found, context.Now);
        return ApiEquality.Same(status, space.Status) ? Decision.None : Decision.Do(new ReplaceStatus(context.Object!, space with { Status = status }));
    }

    private static ReplacePart Finish(ReconcileContext context, Namespace space)
    {
        var rest = space.Spec.Finalizers!.Where(static f => f != Finalizer).ToList();
        var finished = space with { Spec = space.Spec with { Finalizers = rest.Count == 0 ? null : rest } };
        return new ReplacePart(context.Object!, rest.Count == 0 ? finished : finished with { Status = NamespaceConditions.Update(space.Status, [], context.Now) }, "finalize");
    }
}
