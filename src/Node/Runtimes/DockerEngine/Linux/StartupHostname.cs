using System.Text;
using ActorKube.NodeAgent.Docker;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>
/// Gives a container in a warm sandbox its pod's host name.
/// <para>
/// The engine gives a container that joins another's network that one's host name and refuses any other, and a warm sandbox has its name before its pod. Each
/// container has a UTS namespace of its own, though, and the low-level runtime builds it in two steps: <c>runc create</c> makes the namespaces, sets the host name and stops short of
/// the container's program; <c>runc start</c>, another process, lets it go. In between are 15 ms and more, in which this class sets the name again: it
/// watches the container's cgroup for its first process while the engine works on the start.
/// </para>
/// <para>
/// Invariant: the name is only ever replaced where it is the sandbox's, so the host's own namespace and a name that the workload has chosen are out of reach.
/// If the moment is missed the name is set right after the start, and a warning says so.
/// </para>
/// </summary>
internal sealed partial class StartupHostname(NamespaceThread namespaces, Cgroups cgroups, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    /// <summary>Starts the container and sets the name while it starts.</summary>
    /// <param name="inspect">The container's process once it runs, if its cgroup isn't visible; 0 if it has ended.</param>
    /// <exception cref="DockerException">The start failed.</exception>
    public async Task StartAsync(HostnamePlan plan, Task start, Func<Task<int>> inspect)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (!start.IsCompleted)
        {
            if (cgroups.FirstProcess(plan.ContainerId) is { } process && await TrySetAsync(process, plan))
            {
                if (HasStarted(process))
                {
                    LogLate(logger, plan.ContainerId, plan.Wanted);
                }

                await start;
                return;
            }

            await timer.WaitForNextTickAsync();
        }

        await start;
        if (await inspect() is var started && started > 0 && await TrySetAsync(started, plan))
        {
            LogLate(logger, plan.ContainerId, plan.Wanted);
        }
    }

    /// <summary>Sets the name of a container that runs, if it hasn't got it.</summary>
    public async Task EnsureAsync(HostnamePlan plan)
    {
        if (cgroups.FirstProcess(plan.ContainerId) is { } process)
        {
            await TrySetAsync(process, plan);
        }
    }

    private async Task<bool> TrySetAsync(int process, HostnamePlan plan)
    {
        try
        {
            return await namespaces.RunAsync(process, "uts", () => Replace(plan.Current, plan.Wanted));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process has ended, which the start reports; or a right is missing, which the start can't depend on.
            LogFailed(logger, plan.ContainerId, plan.Wanted, e.Message);
            return false;
        }
    }

    private static bool Replace(string current, string wanted)
    {
        Span<byte> buffer = stackalloc byte[65];
        if (Libc.GetHostname(buffer, (nuint)buffer.Length) != 0 || Encoding.ASCII.GetString(buffer[..buffer.IndexOf((byte)0)]) != current)
        {
            return false;
        }

        var name = Encoding.ASCII.GetBytes(wanted);
        return Libc.SetHostname(name, (nuint)name.Length) == 0;
    }

    // Until the program is executed the process is the low-level runtime's own, called "runc init" (crun: "crun", youki: "youki").
    private static bool HasStarted(int process)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process}/cmdline");
            return !command.Contains("init", StringComparison.Ordinal) && !command.StartsWith("crun", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Container {ContainerId} may have seen its sandbox's host name for a moment before it got {Hostname}")]
    private static partial void LogLate(ILogger logger, string containerId, string hostname);

    [LoggerMessage(2, LogLevel.Debug, "Could not look into container {ContainerId} to give it host name {Hostname}: {Reason}")]
    private static partial void LogFailed(ILogger logger, string containerId, string hostname, string reason);
}
