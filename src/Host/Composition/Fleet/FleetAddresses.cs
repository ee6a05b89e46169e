using System.Buffers.Binary;
using System.Net;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>Addresses of simulated nodes and of their pods. They lead nowhere; they differ, so that services and policies can be looked at.</summary>
internal static class FleetAddresses
{
    /// <summary>A node has a /24: without network, gateway and broadcast.</summary>
    public const int PodsEach = 253;

    /// <summary>Of all hosts together: so many /24 are in 10.128.0.0/9.</summary>
    public const int MostNodes = 32_768;

    /// <summary>100.64.0.0/10 is nobody's own.</summary>
    private static readonly uint Nodes = Number("100.64.0.0");

    private static readonly uint Pods = Number("10.128.0.0");

    /// <param name="index">From 0, counted over all hosts' fleets.</param>
    public static string OfNode(int index) => Address(Nodes + 1 + (uint)index).ToString();

    public static IPNetwork OfPods(int index) => new(Address(Pods + ((uint)index << 8)), 24);

    private static uint Number(string address) => BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(address).GetAddressBytes());

    private static IPAddress Address(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }
}
