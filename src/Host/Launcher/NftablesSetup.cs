using ActorKube.Host.Launcher.Programs;
using ActorKube.Network.Nftables;

namespace ActorKube.Host.Launcher;

/// <summary>Makes sure that services and network policies can be put into the kernel, where this user may install what that takes. A host runs without it too, and says at its start what it does instead.</summary>
internal static class NftablesSetup
{
    public static async Task EnsureAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (NftablesLibrary.IsInstalled || !DebianPackages.CanInstall)
        {
            return;
        }

        try
        {
            await DebianPackages.InstallAsync(output, cancellationToken, "nftables").ConfigureAwait(false);
        }
        catch (InvalidOperationException e)
        {
            await output.WriteLineAsync($"It can't be installed, so services are relayed by the host, and network policies are not enforced: {e.Message}").ConfigureAwait(false);
        }
    }
}
