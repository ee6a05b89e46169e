using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ActorKube.Network.Pods;

namespace ActorKube.Host.Composition;

/// <summary>Where a machine can be reached.</summary>
internal static class HostAddress
{
    private static readonly string[] Virtual = ["docker", "veth", "br-", PodNetworkOptions.InterfacePrefix];

    /// <summary>The first IPv4 address of the machine that others can reach; 127.0.0.1 for one without a network.</summary>
    public static IPAddress First() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(static i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .Where(static i => !Virtual.Any(v => i.Name.StartsWith(v, StringComparison.Ordinal)))
        .SelectMany(static i => i.GetIPProperties().UnicastAddresses)
        .Select(static a => a.Address)
        .FirstOrDefault(static a => a.AddressFamily == AddressFamily.InterNetwork, IPAddress.Loopback);
}
