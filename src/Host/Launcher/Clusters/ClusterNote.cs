using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using ActorKube.Host.Composition;
using ActorKube.Host.Composition.Fleet;
using ActorKube.Host.Pki;

namespace ActorKube.Host.Launcher.Clusters;

/// <summary>What a cluster of several hosts on this machine was last started with, noted in its folder. The token is in it: only the owner may read the file.</summary>
/// <param name="Hosts">Their numbers, in order.</param>
/// <param name="Port">Of the API of host 1; host 2 has the next, and so on.</param>
/// <param name="NodePools">Of the simulated nodes that each host carries; null for none.</param>
internal sealed record ClusterNote(IReadOnlyList<int> Hosts, int Port, string Runtime, string Token, IReadOnlyList<string>? NodePools = null)
{
    public const int MostHosts = 50;

    private const string Name = "cluster.json";

    /// <summary>Leaves room for the APIs of as many hosts as there may be.</summary>
    private const int PeerPortDistance = MostHosts;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static ClusterNote New(int port, string runtime, IReadOnlyList<string> nodePools) => new([], port, runtime, RandomNumberGenerator.GetHexString(48, lowercase: true), nodePools);

    /// <summary>With as many hosts at least, the free numbers being given to the new ones.</summary>
    public ClusterNote WithAtLeast(int hosts) =>
        this with { Hosts = [.. Hosts.Concat(Enumerable.Range(1, MostHosts).Except(Hosts).Take(Math.Max(0, hosts - Hosts.Count))).Order()] };

    /// <summary>Without the host of that name.</summary>
    public ClusterNote Without(string name) => this with { Hosts = [.. Hosts.Where(n => NameOf(n) != name)] };

    /// <summary>Null for a folder of one host, or none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static ClusterNote? Read(string directory)
    {
        try
        {
            return File.Exists(PathIn(directory)) ? JsonSerializer.Deserialize<ClusterNote>(File.ReadAllText(PathIn(directory)), Format) : null;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{PathIn(directory)} is damaged: {e.Message}", e);
        }
    }

    public void Write(string directory)
    {
        Directory.CreateDirectory(directory);
        PrivateFile.Write(PathIn(directory), JsonSerializer.Serialize(this, Format));
    }

    public static string PathIn(string directory) => Path.Combine(directory, Name);

    /// <summary>Settings of the hosts, <c>host-1</c> and so on, each in a zone and a folder of its own. Pure.</summary>
    /// <param name="address">Of this machine: pods must reach the API at it, so it had better be no loopback.</param>
    public IEnumerable<HostSettings> Plan(string directory, string journal, IPAddress address) => Hosts.Select(number =>
    {
        var name = NameOf(number);
        return new HostSettings
        {
            DataDirectory = Path.Combine(HostsIn(directory), name),
            Journal = journal,
            Token = Token,
            NodeName = name,
            Port = Port + number - 1,
            Advertise = new IPEndPoint(address, Port + PeerPortDistance + number - 1),
            Labels = new Dictionary<string, string> { ["topology.kubernetes.io/zone"] = string.Create(CultureInfo.InvariantCulture, $"zone-{number}") },
            Runtime = Runtime,
            NodePools = FleetPlan.OfHost(NodePools ?? [], number - 1),

            // All are on one engine, whose bridge their pods share.
            Network = "none",
        };
    });

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"host-{number}");

    public static string HostsIn(string directory) => Path.Combine(directory, "hosts");
}
