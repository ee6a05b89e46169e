using ActorKube.Api.Core;

namespace ActorKube.Api.Apps;

internal static class DeploymentDefaults
{
    /// <summary>Share of the replicas that may be missing, and that may be too many, during a rolling update.</summary>
    private const string Quarter = "25%";

    private const int History = 10;
    private const int ProgressDeadlineSeconds = 600;

    public static Deployment Apply(Deployment value)
    {
        var spec = value.Spec;
        return value with
        {
            Spec = spec with
            {
                Replicas = spec.Replicas ?? 1,
                Template = PodTemplateDefaults.Apply(spec.Template),
                Strategy = Strategy(spec.Strategy),
                RevisionHistoryLimit = spec.RevisionHistoryLimit ?? History,
                ProgressDeadlineSeconds = spec.ProgressDeadlineSeconds ?? ProgressDeadlineSeconds,
            },
        };
    }

    private static DeploymentStrategy Strategy(DeploymentStrategy strategy)
    {
        var type = strategy.Type ?? UpdateStrategies.RollingUpdate;
        if (type != UpdateStrategies.RollingUpdate)
        {
            return strategy;
        }

        var rolling = strategy.RollingUpdate ?? new();
        return new()
        {
            Type = type,
            RollingUpdate = new() { MaxUnavailable = rolling.MaxUnavailable ?? Quarter, MaxSurge = rolling.MaxSurge ?? Quarter },
        };
    }
}
