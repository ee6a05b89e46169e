using ActorKube.NodeAgent.Fencing.Guards;

namespace ActorKube.Host.Launcher;

/// <summary>The files by which a host, its guard and the commands of the launcher know of each other.</summary>
internal sealed class GuardFiles(string directory)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>A guard that is told to end does so within its period.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<string> Names { get; } = ["guard.lease", "guard.lock", "guard.log"];

    public string Directory => directory;

    public string Lease => Path.Combine(directory, Names[0]);

    public string Log => Path.Combine(directory, Names[2]);

    /// <summary>Whether a guard of this directory runs.</summary>
    public bool IsGuarded
    {
        get
        {
            using var held = TryLock();
            return held is null;
        }
    }

    /// <summary>The right to be the guard of this directory, until it is disposed or the process ends; null if another process has it.</summary>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(Path.Combine(directory, Names[1]), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Has the guard end, if there is one, and waits until it has.</summary>
    /// <exception cref="TimeoutException">It doesn't.</exception>
    public async Task DismissAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(Lease))
        {
            return;
        }

        using (var lease = GuardLease.Open(Lease))
        {
            lease.Dismiss();
        }

        var deadline = time.GetUtcNow() + Patience;
        while (IsGuarded)
        {
            if (time.GetUtcNow() > deadline)
            {
                throw new TimeoutException($"The guard of {directory} does not end; see {Log}.");
            }

            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
