using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>
/// Replicas so that the average of pods comes to its target: ceil(ratio * pods). 4 pods at 1.6 of their target are to be ceil(6.4) = 7. Pods that start or are unknown are first left out; if they
/// matter, the ratio is taken once more with the most cautious guess for them, and counts only if it points the same way. Follows Kubernetes' HorizontalPodAutoscaler
/// (<c>kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale</c>).
/// </summary>
internal static class AverageReplicas
{
    /// <exception cref="MetricException">The pods give no number.</exception>
    public static (int Replicas, Ratio Ratio) Of(
        int current, IReadOnlyList<Pod> pods, IReadOnlyDictionary<string, PodValue> answered, Func<IMeasure> measuring, bool isCpu, AutoscalingOptions options, DateTimeOffset now)
    {
        if (pods.Count == 0)
        {
            throw new MetricException("no pods returned by selector while calculating replica count");
        }

        var groups = PodGroups.Of(pods, answered, isCpu, options, now);
        var values = answered.ToDictionary(StringComparer.Ordinal);
        foreach (var name in groups.Ignored.Concat(groups.Unready))
        {
            values.Remove(name);
        }

        if (values.Count == 0)
        {
            throw new MetricException("did not receive metrics for targeted pods (pods might be unready)");
        }

        var measure = measuring();
        var ratio = measure.Of(values);
        var countsUnready = groups.Unready.Count > 0 && ratio.Value > 1;
        if (!countsUnready && groups.Missing.Count == 0)
        {
            return (IsNear(ratio.Value, options) ? current : Ceiling(ratio.Value, groups.Ready), ratio);
        }

        Guess(values, groups, measure, ratio.Value, countsUnready);
        var cautious = measure.Of(values).Value;
        return (IsNear(cautious, options) || IsOpposite(ratio.Value, cautious) ? current : Keeping(current, cautious, Ceiling(cautious, values.Count)), ratio);
    }

    /// <summary>Close enough to the target to leave things as they are.</summary>
    public static bool IsNear(double ratio, AutoscalingOptions options) => Math.Abs(1 - ratio) <= options.Tolerance;

    public static int Ceiling(double ratio, int pods) => (int)Math.Min(int.MaxValue, Math.Ceiling(ratio * pods));

    private static void Guess(Dictionary<string, PodValue> values, PodGroups groups, IMeasure measure, double ratio, bool countsUnready)
    {
        if (ratio != 1)
        {
            foreach (var name in groups.Missing)
            {
                values[name] = new PodValue(default, default, ratio < 1 ? measure.WhenMissing(name) : 0);
            }
        }

        if (countsUnready)
        {
            foreach (var name in groups.Unready)
            {
                values[name] = default;
            }
        }
    }

    private static bool IsOpposite(double ratio, double cautious) => (ratio < 1 && cautious > 1) || (ratio > 1 && cautious < 1);

    /// <summary>Pods that are guessed are counted, too, which must not turn "fewer" into "more".</summary>
    private static int Keeping(int current, double ratio, int next) => (ratio < 1 && next > current) || (ratio > 1 && next < current) ? current : next;
}
