using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Api.Discovery;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>The slices of one family as they are to be.</summary>
/// <param name="Drafts">All that will be there, unchanged ones among them.</param>
/// <param name="Surplus">Slices that are to go.</param>
internal sealed record SlicePlan(List<SliceDraft> Drafts, List<StoredObject> Surplus)
{
    /// <summary>What it takes. A slice that would go becomes one that would be made: that is one write instead of two.</summary>
    /// <param name="finish">What is written into all that changes.</param>
    public ImmutableArray<ReconcileAction> Actions(Func<EndpointSlice, EndpointSlice> finish)
    {
        var actions = ImmutableArray.CreateBuilder<ReconcileAction>();
        var reusable = new Queue<StoredObject>(Surplus);
        foreach (var draft in Drafts.Where(static d => d.IsChanged))
        {
            var next = finish(draft.Slice);
            if (draft.Basis is { } basis)
            {
                actions.Add(new ReplaceObject(basis, next));
            }
            else if (reusable.TryDequeue(out var old))
            {
                actions.Add(new ReplaceObject(old, Renamed(next, old)));
            }
            else
            {
                actions.Add(new CreateObject(next));
            }
        }

        actions.AddRange(reusable.Select(static s => new DeleteObject(s.Key, s.Header.Uid)));
        return actions.ToImmutable();
    }

    private static EndpointSlice Renamed(EndpointSlice next, StoredObject old)
    {
        var metadata = old.Read<EndpointSlice>().Metadata;
        return next with
        {
            Metadata = metadata with { Labels = next.Metadata.Labels, Annotations = next.Metadata.Annotations, OwnerReferences = next.Metadata.OwnerReferences },
        };
    }
}
