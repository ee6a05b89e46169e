using ActorKube.Network.Kernel;
using ActorKube.Network.Proxy.Nftables;
using ActorKube.Network.Proxy.Userspace;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy;

/// <summary>Chooses what carries the connections, and says so in one line.</summary>
internal static partial class PlaneFactory
{
    /// <exception cref="PlaneException">The kernel can't be had, and nothing else may be used.</exception>
    public static IServicePlane Open(ServiceProxyOptions options, TimeProvider time, ILogger log)
    {
        var why = "by --proxy";
        if (options.Mode != ServiceProxyMode.Userspace)
        {
            try
            {
                var kernel = KernelPlane.Open(options.Table, log);
                BridgedTraffic.ShowToRules(log);
                LogKernel(log, options.Table);
                return kernel;
            }
            catch (PlaneException e) when (options.Mode == ServiceProxyMode.Auto)
            {
                why = $"because nftables can't be had: {e.Message}";
            }
        }

        LogUserspace(log, why);
        return new UserspacePlane(new Random(), time, log);
    }

    [LoggerMessage(1, LogLevel.Information, "Services are programmed in the kernel, in the nftables table ip {Table}")]
    private static partial void LogKernel(ILogger log, string table);

    [LoggerMessage(2, LogLevel.Warning, "Services are relayed in user space, {Why}. Node ports and addresses of this machine work over TCP and UDP; cluster IPs don't, nor does a client's own address reach pods")]
    private static partial void LogUserspace(ILogger log, string why);
}
