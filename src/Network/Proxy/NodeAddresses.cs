using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace ActorKube.Network.Proxy;

/// <summary>The addresses of this machine.</summary>
internal static class NodeAddresses
{
    public static IEnumerable<IPAddress> OfMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(static i => i.OperationalStatus != OperationalStatus.Down && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(static i => i.GetIPProperties().UnicastAddresses)
        .Select(static a => a.Address)
        .Where(static a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
}
