using ActorKube.Actors.Autoscaling.State;

namespace ActorKube.Actors.Autoscaling.Scaling;

/// <summary>
/// Limits of an autoscaler that says nothing of its behaviour. Down only to the highest recommendation of the last minutes; up to the double, or to 4, in one step. From 3 towards 20 it goes to
/// 6, and from 1 to 4.
/// </summary>
internal static class PlainScaling
{
    private const int UpFactor = 2;
    private const int UpMinimum = 4;

    public static ScaleDecision Decide(ScaleWish wish, AutoscalerState state, TimeSpan window, DateTimeOffset now)
    {
        var since = now - window;
        var stable = state.Recommendations.Where(r => r.Time >= since).Select(static r => r.Replicas).Append(wish.Desired).Max();
        var (replicas, limit) = Limit(wish with { Desired = stable });
        return new ScaleDecision(replicas, stable == wish.Desired ? Because.Ready : Because.Higher, replicas != stable, limit, state.Recommend(wish.Desired, now, since));
    }

    private static (int Replicas, Because Limit) Limit(ScaleWish wish)
    {
        var step = (int)Math.Min(int.MaxValue, Math.Max((long)wish.Current * UpFactor, UpMinimum));
        var most = Math.Min(wish.Maximum, step);
        return wish.Desired < wish.Minimum ? (wish.Minimum, Because.TooFew)
            : wish.Desired > most ? (most, wish.Maximum > step ? Because.TooFast : Because.TooMany)
            : (wish.Desired, Because.WithinRange);
    }
}
