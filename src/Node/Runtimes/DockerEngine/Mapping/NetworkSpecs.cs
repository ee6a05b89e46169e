using System.Globalization;
using System.Net;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

/// <summary>From the pods' network to the engine's.</summary>
internal static class NetworkSpecs
{
    /// <summary>From this version on the engine keeps out what is addressed to ports that aren't published, unless it is told not to.</summary>
    private const int FirstWithGatewayModes = 28;
    private const string Mtu = "com.docker.network.driver.mtu";

    /// <param name="engine">Its version, such as <c>28.2.2</c>.</param>
    public static NetworkSpec Of(string node, string name, string bridge, PodNetworkConfig network, string engine)
    {
        var options = new Dictionary<string, string>
        {
            ["com.docker.network.bridge.name"] = bridge,
            [Mtu] = network.Mtu.ToString(CultureInfo.InvariantCulture),

            // Pods see each other's addresses as they are. What is to be masqueraded is decided by rules of the node.
            ["com.docker.network.bridge.enable_ip_masquerade"] = "false",
        };
        if (int.TryParse(engine.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= FirstWithGatewayModes)
        {
            options["com.docker.network.bridge.gateway_mode_ipv4"] = "nat-unprotected";
        }

        return new NetworkSpec
        {
            Name = name,
            IPAM = new IpamSpec { Config = [new IpamPool { Subnet = network.Cidr, Gateway = Gateway(network.Cidr) }] },
            Options = options,
            Labels = new Dictionary<string, string> { [EngineLabels.Node] = node },
        };
    }

    public static bool HasRange(NetworkDetails actual, string cidr) => actual.IPAM?.Config?.Any(c => c.Subnet == cidr) == true;

    public static bool HasMtu(NetworkDetails actual, int mtu) => actual.Options?.GetValueOrDefault(Mtu) == mtu.ToString(CultureInfo.InvariantCulture);

    /// <summary>The second address of a network: of 10.244.1.0/24 it is 10.244.1.1.</summary>
    private static string Gateway(string cidr)
    {
        var bytes = IPNetwork.Parse(cidr).BaseAddress.GetAddressBytes();
        bytes[^1]++;
        return new IPAddress(bytes).ToString();
    }
}
