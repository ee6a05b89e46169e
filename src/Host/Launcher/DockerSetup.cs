using ActorKube.Host.Launcher.Programs;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.Host.Launcher;

/// <summary>Makes sure that a container engine answers: where none does, it installs and starts Debian's.</summary>
internal sealed class DockerSetup(string dataDirectory, TimeProvider time, TextWriter output)
{
    private const string DefaultSocket = "/var/run/docker.sock";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <exception cref="InvalidOperationException">No engine, and none can be had; the message says what is missing.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await LocalEngine.AnswersAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host)
        {
            throw new InvalidOperationException($"No container engine answers at DOCKER_HOST={host}.");
        }

        if (Environment.UserName != "root")
        {
            throw new InvalidOperationException($"No container engine answers at {DefaultSocket}. Start Docker Engine 20.10 or later, give this user access to it, or run as root.");
        }

        if (!File.Exists("/usr/sbin/dockerd") && !File.Exists("/usr/bin/dockerd"))
        {
            if (!File.Exists("/usr/bin/apt-get"))
            {
                throw new InvalidOperationException("No container engine is installed, and this system has no apt-get to install one with: install Docker Engine 20.10 or later.");
            }

            await DebianPackages.InstallAsync(output, cancellationToken, "docker.io", "iptables").ConfigureAwait(false);
        }

        await output.WriteLineAsync("Starting dockerd...").ConfigureAwait(false);
        Directory.CreateDirectory(dataDirectory);
        var log = Path.Combine(dataDirectory, "dockerd.log");
        await Tool.RunAsync("/bin/sh", ["-c", "setsid dockerd >>\"$0\" 2>&1 </dev/null &", log], cancellationToken).ConfigureAwait(false);
        var deadline = time.GetUtcNow() + StartPatience;
        while (!await LocalEngine.AnswersAsync(cancellationToken).ConfigureAwait(false))
        {
            if (time.GetUtcNow() > deadline)
            {
                throw new InvalidOperationException($"dockerd does not answer; see {log}.");
            }

            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
