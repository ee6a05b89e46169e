using ActorKube.Api.Core;

namespace ActorKube.Api.Apps;

internal static class DaemonSetDefaults
{
    private const int History = 10;

    public static DaemonSet Apply(DaemonSet value)
    {
        var spec = value.Spec;
        return value with
        {
            Spec = spec with
            {
                Template = PodTemplateDefaults.Apply(spec.Template),
                UpdateStrategy = Strategy(spec.UpdateStrategy),
                RevisionHistoryLimit = spec.RevisionHistoryLimit ?? History,
            },
        };
    }

    /// <summary>One node at a time, its pod stopped before the next is started.</summary>
    private static DaemonSetUpdateStrategy Strategy(DaemonSetUpdateStrategy strategy)
    {
        var type = strategy.Type ?? UpdateStrategies.RollingUpdate;
        if (type != UpdateStrategies.RollingUpdate)
        {
            // The numbers of a strategy that isn't used are shown as the zeros that they are inside.
            return strategy.RollingUpdate is { } unused ? strategy with { RollingUpdate = new() { MaxUnavailable = unused.MaxUnavailable ?? 0, MaxSurge = unused.MaxSurge ?? 0 } } : strategy;
        }

        var rolling = strategy.RollingUpdate ?? new();
        return new() { Type = type, RollingUpdate = new() { MaxUnavailable = rolling.MaxUnavailable ?? 1, MaxSurge = rolling.MaxSurge ?? 0 } };
    }
}
