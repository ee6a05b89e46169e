namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>
/// Workloads of all kinds, which have something to do while hosts are killed at random moments: at least <see cref="Kills"/> times, and around the beginning of a minute, when CronJobs run. What is
/// tested is how all of them end.
/// </summary>
/// <param name="nodes">How many there are.</param>
/// <param name="random">Of the moments.</param>
internal sealed class KillTrials(int nodes, Random random)
{
    private const int Kills = 8;

    /// <summary>Of a request, 100 ms apart: half a minute.</summary>
    private const int Tries = 300;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, KillTrial> _trials = new(StringComparer.Ordinal)
    {
        ["Deployment"] = new RolloutTrial("Deployment", "deployments", static _ => 10, rolls: true),
        ["StatefulSet"] = new RolloutTrial("StatefulSet", "statefulsets", static _ => 4, rolls: true),
        ["DaemonSet"] = new RolloutTrial("DaemonSet", "daemonsets", _ => nodes, rolls: true),
        ["ReplicaSet"] = new RolloutTrial("ReplicaSet", "replicasets", static round => Math.Min(60, 4 + (7 * round)), rolls: false),
        ["Job"] = new JobTrial(losesNodes: nodes > 1),
        ["CronJob"] = new CronJobTrial(),
    };

    private static TimeProvider Clock => TimeProvider.System;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="connect">To a host that runs.</param>
    /// <param name="kill">Kills a host and starts it again.</param>
    public async Task RunAsync(Func<KubeApi> connect, Func<Task> kill)
    {
        var minute = await BeginAsync(connect);
        for (var round = 1; round <= Kills || Clock.GetUtcNow() < minute + Longest; round++)
        {
            foreach (var trial in _trials.Values)
            {
                await InsistAsync(connect, api => trial.ContinueAsync(api, round));
            }

            await WaitAsync(minute);
            await kill();
        }
    }

    /// <summary>What is not as it has to be in the end, after waiting for it; null when all is.</summary>
    public async Task<string?> DifferenceAsync(string kind, Func<KubeApi> connect, CancellationToken limit)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await LookAsync(kind, connect) is { } difference)
        {
            if (limit.IsCancellationRequested)
            {
                return difference;
            }

            await timer.WaitForNextTickAsync(Cancellation);
        }

        return null;
    }

    private async Task<string?> LookAsync(string kind, Func<KubeApi> connect)
    {
        try
        {
            using var api = connect();
            return await _trials[kind].DifferenceAsync(api);
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }

    /// <summary>A host that starved on a busy machine, and was given up by the others for it, begins anew: then the next one is asked.</summary>
    private static async Task InsistAsync(Func<KubeApi> connect, Func<KubeApi, Task> request)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var left = Tries; ; left--)
        {
            try
            {
                using var api = connect();
                await request(api);
                return;
            }
            catch (HttpRequestException) when (left > 0)
            {
                await timer.WaitForNextTickAsync(Cancellation);
            }
        }
    }

    /// <returns>The minute that begins next.</returns>
    private async Task<DateTimeOffset> BeginAsync(Func<KubeApi> connect)
    {
        await InsistAsync(connect, AwaitServiceAccountAsync);
        foreach (var trial in _trials.Values)
        {
            await InsistAsync(connect, trial.BeginAsync);
        }

        return DateTimeOffset.FromUnixTimeSeconds(((Clock.GetUtcNow().ToUnixTimeSeconds() / 60) + 1) * 60);
    }

    /// <summary>A random time; if the minute begins before it is over or soon after, until shortly before or after that.</summary>
    private async Task WaitAsync(DateTimeOffset minute)
    {
        var wait = Longest * random.NextDouble();
        var around = minute - Clock.GetUtcNow() + TimeSpan.FromMilliseconds(random.Next(-100, 500));
        var isNear = around > TimeSpan.Zero && around < wait + Longest;
        await Task.Delay(isNear ? around : wait, Clock, Cancellation);
    }

    /// <summary>Pods can be created once their namespace has its service account.</summary>
    private static async Task AwaitServiceAccountAsync(KubeApi api)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await api.ListAsync("/api/v1/namespaces/default/serviceaccounts")).Count == 0)
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }
}
