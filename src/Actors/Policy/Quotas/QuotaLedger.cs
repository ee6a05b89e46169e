using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Policy.Quotas;

/// <summary>Adds up what a namespace uses of a quota.</summary>
internal static class QuotaLedger
{
    /// <summary>For each resource that the quota limits, what is used of it.</summary>
    public static Dictionary<string, Quantity> Used(ViewSnapshot view, IReadOnlyList<Kind> kinds, string @namespace, ResourceQuotaSpec quota)
    {
        var hard = quota.Hard ?? new Dictionary<string, Quantity>();
        var used = hard.ToDictionary(static h => h.Key, static h => new Quantity(0, h.Value.Format), StringComparer.Ordinal);
        foreach (var kind in kinds.Where(k => hard.Keys.Any(r => QuotaUsage.Concerns(k, r))))
        {
            foreach (var value in view.List(kind.Resource, @namespace).Select(s => s.Read(kind)).Where(v => QuotaScopes.Cover(quota, v)))
            {
                Add(used, QuotaUsage.Of(kind, value));
            }
        }

        return used;
    }

    /// <summary>Adds to those resources that are counted already.</summary>
    public static void Add(Dictionary<string, Quantity> used, IReadOnlyDictionary<string, Quantity> more)
    {
        foreach (var (name, amount) in more)
        {
            if (used.TryGetValue(name, out var sum))
            {
                used[name] = sum + amount;
            }
        }
    }
}
