using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace ActorKube.Host.Composition;

internal static class HostAddress
{
    public const string Loopback = "127.0.0.1";

    /// <summary>The first IPv4 address of the host that others can reach; 127.0.0.1 for a host without a network.</summary>
    public static string Find() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback && !i.Name.StartsWith("docker", StringComparison.Ordinal) && !i.Name.StartsWith("veth", StringComparison.Ordinal) && !i.Name.StartsWith("br-", StringComparison.Ordinal))
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork)
        .Select(a => a.Address.ToString())
        .FirstOrDefault(Loopback);
}
