using System.Globalization;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>Where clients reach a service: a cluster IP, an external one or an address of the node, and a port.</summary>
internal readonly record struct Frontend(uint Address, Transport Transport, ushort Port)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ipv4.Text(Address)} . {Transport.Text()} . {Port}");
}
