using System.Buffers.Binary;

namespace ActorKube.Network.Pods.Plans;

/// <summary>The other end of the tunnel to a node.</summary>
/// <param name="Gateway">By which address routes name it: the first of the node's range, which no pod has.</param>
/// <param name="Machine">Where packets for it are sent.</param>
internal readonly record struct TunnelPeer(uint Gateway, uint Machine)
{
    /// <summary>
    /// The hardware address of a machine's end: locally administered, and the machine's own address after it. Whoever knows the address of a node knows this too, so nobody has to tell it, and
    /// several nodes on one machine share it as they share the interface. Of 192.0.2.7: <c>0e:ac:c0:00:02:07</c>.
    /// </summary>
    public static byte[] HardwareAddress(uint machine)
    {
        byte[] address = [0x0E, 0xAC, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(address.AsSpan(2), machine);
        return address;
    }
}
