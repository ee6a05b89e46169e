namespace ActorKube.Host.Launcher.Programs;

/// <summary>Installs what is missing on Debian and Ubuntu, as root.</summary>
internal static class DebianPackages
{
    public static bool CanInstall => Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");

    /// <exception cref="InvalidOperationException">apt-get says why.</exception>
    public static async Task InstallAsync(TextWriter output, CancellationToken cancellationToken, params string[] packages)
    {
        await output.WriteLineAsync($"Installing {packages[0]}...").ConfigureAwait(false);
        await Tool.RunAsync("/usr/bin/apt-get", ["-q", "update"], cancellationToken).ConfigureAwait(false);
        await Tool.RunAsync("/usr/bin/env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "install", "-y", "--no-install-recommends", .. packages], cancellationToken).ConfigureAwait(false);
    }
}
