using System.Collections.Immutable;

namespace ActorKube.Engine.Objects;

/// <summary>
/// What the engine and selectors need of <c>metadata</c>, read once when an object enters the view, so that the rest of its JSON
/// need not be parsed for indexing, owning or selecting.
/// </summary>
public sealed class ObjectHeader
{
    public string Uid { get; init; } = "";

    public ObjectLabels Labels { get; init; }

    public ImmutableArray<ObjectOwner> Owners { get; init; } = [];

    /// <summary>The object that manages this one; null for an orphan.</summary>
    public ObjectOwner? Controller
    {
        get
        {
            foreach (var owner in Owners)
            {
                if (owner.Controller)
                {
                    return owner;
                }
            }

            return null;
        }
    }

    public DateTimeOffset? CreationTimestamp { get; init; }

    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Deletion was asked for; the object lives on until its finalizers and its grace period are over.</summary>
    public bool IsDeleting => DeletionTimestamp is not null;

    /// <summary><c>metadata.finalizers</c> has at least one entry.</summary>
    public bool HasFinalizers { get; init; }

    /// <summary><c>metadata.generation</c>; 0 for kinds that do not count it.</summary>
    public long Generation { get; init; }
}
