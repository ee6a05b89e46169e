using System.Globalization;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>Where a connection to a service ends.</summary>
internal readonly record struct Backend(uint Address, ushort Port)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ipv4.Text(Address)} . {Port}");
}
