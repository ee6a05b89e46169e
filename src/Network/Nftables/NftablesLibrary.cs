using System.Runtime.InteropServices;

namespace ActorKube.Network.Nftables;

/// <summary>The library by which the kernel is told what to do with packets.</summary>
public static class NftablesLibrary
{
    public const string Name = "libnftables.so.1";

    /// <summary>Whether this machine has it now.</summary>
    public static bool IsInstalled
    {
        get
        {
            var isInstalled = NativeLibrary.TryLoad(Name, out var library);
            if (isInstalled)
            {
                NativeLibrary.Free(library);
            }

            return isInstalled;
        }
    }
}
