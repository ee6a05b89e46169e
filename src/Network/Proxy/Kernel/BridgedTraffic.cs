using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Kernel;

/// <summary>
/// Two pods on one bridge answer each other without passing the node's rules, unless the kernel shows it bridged packets too: a pod would see answers from an address that it hasn't asked.
/// </summary>
internal static partial class BridgedTraffic
{
    private const string Setting = "/proc/sys/net/bridge/bridge-nf-call-iptables";

    public static void ShowToRules(ILogger log)
    {
        try
        {
            if (File.ReadAllText(Setting).Trim() != "1")
            {
                File.WriteAllText(Setting, "1");
                LogOn(log, Setting);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnknown(log, e.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Setting} is set to 1, so that pods on one bridge reach each other through services")]
    private static partial void LogOn(ILogger log, string setting);

    [LoggerMessage(2, LogLevel.Warning, "Pods on one bridge may not reach each other through services; load the kernel module br_netfilter: {Why}")]
    private static partial void LogUnknown(ILogger log, string why);
}
