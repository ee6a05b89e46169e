using System.Net;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Zones;

/// <summary>Where a service is to be found: an address, the name that has it, and what is served there.</summary>
internal sealed record Place(DnsName Name, IPAddress Address, IReadOnlyList<PlacePort> Ports);

/// <param name="Name">"" for one without.</param>
/// <param name="Protocol">In lower case.</param>
internal readonly record struct PlacePort(string Name, string Protocol, ushort Number);
