using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>One page of a list.</summary>
internal sealed record ListPage(IReadOnlyList<StoredObject> Items, ListMeta Metadata)
{
    /// <summary>
    /// Takes as many objects as the query allows. How many remain is said only where nothing is selected by label or field,
    /// as Kubernetes does.
    /// </summary>
    public static ListPage Take(IEnumerable<StoredObject> objects, ListQuery query, long revision, bool acrossNamespaces)
    {
        var metadata = new ListMeta { ResourceVersion = Revisions.Text(revision) };
        if (query.Limit <= 0)
        {
            return new ListPage([.. objects], metadata);
        }

        var items = new List<StoredObject>();
        long remaining = 0;
        foreach (var item in objects)
        {
            if (items.Count < query.Limit)
            {
                items.Add(item);
                continue;
            }

            remaining++;
            if (!query.Selection.IsEverything)
            {
                break;
            }
        }

        return remaining == 0 ? new ListPage(items, metadata) : new ListPage(items, metadata with
        {
            Continue = new ContinueToken(revision, items[^1].Key).Encode(acrossNamespaces),
            RemainingItemCount = query.Selection.IsEverything ? remaining : null,
        });
    }
}
