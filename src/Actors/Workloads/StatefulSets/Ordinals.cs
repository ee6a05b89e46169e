using System.Globalization;
using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>Names of a StatefulSet's pods and the numbers in them: three replicas from 5 are <c>web-5</c>, <c>web-6</c> and <c>web-7</c>.</summary>
internal static class Ordinals
{
    public static int First(StatefulSet set) => set.Spec.Ordinals?.Start ?? 0;

    public static string PodName(StatefulSet set, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{set.Metadata.Name}-{ordinal}");

    /// <summary>The ordinal that the set's pod of this name has; null when it isn't a name that the set gives.</summary>
    public static int? Of(StatefulSet set, string podName) => TryParse(podName, out var name, out var ordinal) && name == set.Metadata.Name ? ordinal : null;

    /// <summary>Parts <c>web-7</c> into <c>web</c> and 7. <c>web-07</c> is nobody's name.</summary>
    public static bool TryParse(string podName, out string setName, out int ordinal)
    {
        var dash = podName.LastIndexOf('-');
        setName = dash > 0 ? podName[..dash] : "";
        ordinal = 0;
        var digits = podName.AsSpan(dash + 1);
        return dash > 0
            && (digits.Length == 1 || !digits.StartsWith("0"))
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ordinal);
    }
}
