using ActorKube.Api.Core;

namespace ActorKube.Server.Admission;

/// <summary>Tolerations without those that others make needless.</summary>
internal static class TolerationSets
{
    public static IReadOnlyList<Toleration> Merge(IEnumerable<Toleration> first, IEnumerable<Toleration> second)
    {
        List<Toleration> all = [.. first, .. second];
        List<Toleration> kept = [];
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];

            // Of equal ones the first stays.
            if (!kept.Exists(k => Covers(k, one)) && !all.Skip(i + 1).Any(later => later != one && Covers(later, one)))
            {
                kept.Add(one);
            }
        }

        return kept;
    }

    /// <summary>Whether whatever the second tolerates is tolerated by the first too, for at least as long.</summary>
    private static bool Covers(Toleration wide, Toleration narrow)
    {
        if (wide == narrow)
        {
            return true;
        }

        var isSameKey = wide.Key == narrow.Key || (string.IsNullOrEmpty(wide.Key) && wide.Operator == "Exists");
        var isSameEffect = wide.Effect == narrow.Effect || string.IsNullOrEmpty(wide.Effect);
        var isAsLong = wide.Effect != "NoExecute" || wide.TolerationSeconds is null || narrow.TolerationSeconds <= wide.TolerationSeconds;
        var isSameValue = wide.Operator == "Exists" || (narrow.Operator is "Equal" && narrow.Value == wide.Value);
        return isSameKey && isSameEffect && isAsLong && isSameValue;
    }
}
