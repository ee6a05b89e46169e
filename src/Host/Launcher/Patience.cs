namespace ActorKube.Host.Launcher;

/// <summary>Waits for what a host is to bring about.</summary>
internal sealed class Patience(TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until nothing is pending.</summary>
    /// <param name="pending">What there is still to wait for, in a few words; null when there is nothing.</param>
    /// <exception cref="InvalidOperationException">One of the hosts has gone meanwhile.</exception>
    /// <exception cref="TimeoutException">It took longer than <paramref name="limit"/>.</exception>
    public async Task UntilAsync(TimeSpan limit, Func<Task<string?>> pending, IReadOnlyList<HostFiles> hosts, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + limit;
        while (await pending().ConfigureAwait(false) is { } missing)
        {
            if (hosts.FirstOrDefault(static h => h.RunningPid() is null) is { } gone)
            {
                throw new InvalidOperationException($"The host has stopped while it was waited for {missing}; see {gone.Log}: {gone.LastWords()}");
            }

            if (time.GetUtcNow() > deadline)
            {
                throw new TimeoutException($"Still waiting for {missing} after {limit.TotalSeconds:0} s; see {hosts[0].Log}.");
            }

            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
