using System.Net;
using System.Net.NetworkInformation;

namespace ActorKube.Network.Dns;

/// <summary>
/// The networks that this machine is in: its pods', its own, its neighbours'. A server that answers anybody who can reach it is a means to attack others, by questions in their name
/// (RFC 5358). Thread-safe.
/// </summary>
internal sealed class AttachedNetworks : IDisposable
{
    private volatile Network[] _networks = Read();

    public AttachedNetworks() => NetworkChange.NetworkAddressChanged += OnChanged;

    public bool Contain(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return _networks.Any(n => n.Contains(bytes));
    }

    public void Dispose() => NetworkChange.NetworkAddressChanged -= OnChanged;

    private static Network[] Read() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(static i => i.GetIPProperties().UnicastAddresses)
            .Select(static a => new Network(a.Address.GetAddressBytes(), a.PrefixLength)),
    ];

    private void OnChanged(object? sender, EventArgs e) => _networks = Read();

    /// <param name="Bits">That addresses of the network have in common with this one.</param>
    internal readonly record struct Network(byte[] Address, int Bits)
    {
        public bool Contains(byte[] address)
        {
            if (address.Length != Address.Length)
            {
                return false;
            }

            var (whole, rest) = (Bits / 8, Bits % 8);
            return address.AsSpan(0, whole).SequenceEqual(Address.AsSpan(0, whole)) && (rest == 0 || (address[whole] ^ Address[whole]) >> (8 - rest) == 0);
        }
    }
}
