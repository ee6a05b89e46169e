using System.Diagnostics;
using ActorKube.Host.Composition;

namespace ActorKube.Host.Launcher;

/// <summary>Starts and stops the host as a process in the background.</summary>
internal sealed class HostProcess(HostFiles files, TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a host may take to stop before it is killed.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    /// <summary>Starts <c>serve</c> in a session of its own, so that it outlives the terminal.</summary>
    public async Task<int> StartAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(files.Directory);
        SettingsFile.Write(settings);
        var own = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown.");
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        // The settings are in the file: a token on a command line is everybody's to read.
        start.ArgumentList.Add("exec setsid \"$0\" serve --data \"$1\" >>\"$2\" 2>&1 </dev/null & echo $! > \"$3\"");
        foreach (var argument in new[] { own, files.Directory, files.Log, files.PidFile })
        {
            start.ArgumentList.Add(argument);
        }

        using var shell = Process.Start(start)!;
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        var pid = files.ReadPid() ?? throw new InvalidOperationException($"The host did not start; see {files.Log}.");

        // For a moment it is a copy of the shell, which nobody takes for a host.
        while (files.RunningPid() is null && HostFiles.HasProgram(pid))
        {
            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }

        return pid;
    }

    /// <summary>Asks the host to stop and waits until it has; kills it when it doesn't. False where none ran.</summary>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (files.RunningPid() is not { } pid)
        {
            files.DeletePid();
            return false;
        }

        using var process = Process.GetProcessById(pid);
        using (var term = Process.Start("/bin/kill", ["-TERM", pid.ToString(System.Globalization.CultureInfo.InvariantCulture)])!)
        {
            await term.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }

        var deadline = time.GetUtcNow() + StopPatience;
        while (files.RunningPid() == pid)
        {
            if (time.GetUtcNow() > deadline)
            {
                process.Kill();
            }

            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }

        files.DeletePid();
        return true;
    }
}
