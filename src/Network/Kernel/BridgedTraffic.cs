using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Kernel;

/// <summary>
/// Two pods on one bridge reach each other without passing the node's rules, unless the kernel shows it bridged packets too: a pod would see answers from an address that it hasn't asked, and policies
/// wouldn't be asked at all.
/// </summary>
internal static partial class BridgedTraffic
{
    private const string Setting = "/proc/sys/net/bridge/bridge-nf-call-iptables";

    /// <param name="isKnown">It was told before that the kernel can't be had to.</param>
    /// <returns>Null, or why the kernel can't be had to.</returns>
    public static string? ShowToRules(ILogger log, bool isKnown = false)
    {
        try
        {
            if (File.ReadAllText(Setting).Trim() != "1")
            {
                File.WriteAllText(Setting, "1");
                LogOn(log, Setting);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!isKnown)
            {
                LogUnknown(log, e.Message);
            }

            return e.Message;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Setting} is set to 1, so that pods on one bridge reach each other through services, and as policies say")]
    private static partial void LogOn(ILogger log, string setting);

    [LoggerMessage(2, LogLevel.Warning, "Pods on one bridge may not reach each other through services, and do whatever policies say; load the kernel module br_netfilter: {Why}")]
    private static partial void LogUnknown(ILogger log, string why);
}
