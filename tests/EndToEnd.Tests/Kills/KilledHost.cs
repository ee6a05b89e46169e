namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>
/// A host that is killed (kill -9) again and again, at random moments, while workloads of all kinds have something to do: at least <see cref="Kills"/> times, and around the beginning of a minute, when
/// CronJobs run. What is tested is how all of them end.
/// </summary>
public sealed class KilledHost : HostProcess
{
    private const int Kills = 8;
    private const int Seed = 1;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Random _random = new(Seed);
    private readonly Dictionary<string, KillTrial> _trials = new(StringComparer.Ordinal)
    {
        ["Deployment"] = new RolloutTrial("Deployment", "deployments", static _ => 10, rolls: true),
        ["StatefulSet"] = new RolloutTrial("StatefulSet", "statefulsets", static _ => 4, rolls: true),
        ["DaemonSet"] = new RolloutTrial("DaemonSet", "daemonsets", static _ => 1, rolls: true),
        ["ReplicaSet"] = new RolloutTrial("ReplicaSet", "replicasets", static round => Math.Min(60, 4 + (7 * round)), rolls: false),
        ["Job"] = new JobTrial(),
        ["CronJob"] = new CronJobTrial(),
    };

    private static TimeProvider Clock => TimeProvider.System;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var minute = await BeginAsync();
        for (var round = 1; round <= Kills || Clock.GetUtcNow() < minute + Longest; round++)
        {
            using (var api = Connect())
            {
                foreach (var trial in _trials.Values)
                {
                    await trial.ContinueAsync(api, round);
                }
            }

            await WaitAsync(minute);
            await KillAsync();
            await StartAsync();
        }
    }

    /// <summary>What is not as it has to be in the end, after waiting for it; null when all is.</summary>
    public async Task<string?> DifferenceAsync(string kind, CancellationToken limit)
    {
        using var api = Connect();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await _trials[kind].DifferenceAsync(api) is { } difference)
        {
            if (limit.IsCancellationRequested)
            {
                return difference;
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return null;
    }

    /// <returns>The minute that begins next.</returns>
    private async Task<DateTimeOffset> BeginAsync()
    {
        using var api = Connect();
        await AwaitServiceAccountAsync(api);
        foreach (var trial in _trials.Values)
        {
            await trial.BeginAsync(api);
        }

        return DateTimeOffset.FromUnixTimeSeconds(((Clock.GetUtcNow().ToUnixTimeSeconds() / 60) + 1) * 60);
    }

    /// <summary>A random time; if the minute begins before it is over or soon after, until shortly before or after that.</summary>
    private async Task WaitAsync(DateTimeOffset minute)
    {
        var wait = Longest * _random.NextDouble();
        var around = minute - Clock.GetUtcNow() + TimeSpan.FromMilliseconds(_random.Next(-100, 500));
        var isNear = around > TimeSpan.Zero && around < wait + Longest;
        await Task.Delay(isNear ? around : wait, Clock, TestContext.Current.CancellationToken);
    }

    private KubeApi Connect() => new(Client());

    /// <summary>Pods can be created once their namespace has its service account.</summary>
    private static async Task AwaitServiceAccountAsync(KubeApi api)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await api.ListAsync("/api/v1/namespaces/default/serviceaccounts")).Count == 0)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
