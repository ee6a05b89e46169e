using System.Globalization;
using System.Net;
using ActorKube.Tests.Engines;

namespace ActorKube.Tests.Lab;

/// <summary>
/// A switch in a network namespace of its own, with machines on it that are network namespaces too, and this process as one more. What passes between two of them can be
/// dropped without a word, in one direction or both, as a broken cable does it. Disposing it leaves nothing.
/// </summary>
internal sealed class LabNetwork : IAsyncDisposable
{
    private const string Bridge = "switch0";
    private const string Rules = "lab";
    private const string Links = "links";
    private const string Client = "client";

    // The process id keeps runs on one machine apart, one network each: 16,384 of 254 addresses in 10.128.0.0/10.
    private static readonly int Id = Environment.ProcessId;
    private static readonly string Prefix = $"aklab{Text(Id)}";
    private static readonly string Subnet = string.Create(CultureInfo.InvariantCulture, $"10.{128 + (Id / 256 % 64)}.{Id % 256}");
    private static readonly string Switch = Prefix;
    private readonly List<string> _namespaces = [];
    private int _last;

    private LabNetwork()
    {
    }

    public static async Task<LabNetwork> CreateAsync()
    {
        var network = new LabNetwork();
        try
        {
            await network.AddNamespaceAsync(Switch);
            await InSwitchAsync("ip", "link", "add", Bridge, "type", "bridge");
            await InSwitchAsync("ip", "link", "set", Bridge, "up");
            await AddRulesAsync();
            await PlugInAsync();
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>A machine with an address on the network and nothing in it.</summary>
    /// <param name="name">At most 8 characters.</param>
    public async Task<LabMachine> AddAsync(string name)
    {
        var machine = new LabMachine(name, $"{Prefix}-{name}", IPAddress.Parse($"{Subnet}.{Text(10 + ++_last)}"));
        await AddNamespaceAsync(machine.Namespace);
        await Command.RunAsync("ip", ["-n", machine.Namespace, "link", "add", "eth0", "type", "veth", "peer", "name", name, "netns", Switch]);
        await AttachAsync(name);
        await machine.RunAsync("ip", "link", "set", "eth0", "up");
        await machine.RunAsync("ip", "address", "add", $"{machine.Address}/24", "dev", "eth0");
        await machine.RunAsync("ip", "route", "add", "default", "via", $"{Subnet}.1");
        return machine;
    }

    /// <summary>Nothing passes in either direction between the machine and the others. This process still reaches it.</summary>
    public static async Task CutAsync(LabMachine machine)
    {
        await DeafenAsync(machine);
        await SetAsync("add", "mute", machine);
    }

    /// <summary>Nothing passes between the two. Both see all others.</summary>
    public static Task CutAsync(LabMachine one, LabMachine other) => InSwitchAsync("nft", "add", "element", "bridge", Rules, Links, $"{{ \"{one.Name}\" . \"{other.Name}\", \"{other.Name}\" . \"{one.Name}\" }}");

    /// <summary>Mends all links between two machines.</summary>
    public static Task MendLinksAsync() => InSwitchAsync("nft", "flush", "set", "bridge", Rules, Links);

    /// <summary>What the machine sends arrives; nothing of the others arrives at it.</summary>
    public static Task DeafenAsync(LabMachine machine) => SetAsync("add", "deaf", machine);

    /// <summary>All passes again.</summary>
    public static async Task MendAsync(LabMachine machine)
    {
        foreach (var set in new[] { "deaf", "mute" })
        {
            await SetAsync("add", set, machine);
            await SetAsync("delete", set, machine);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The interfaces go with their namespaces, and this process's with its peer.
        foreach (var name in Enumerable.Reverse(_namespaces))
        {
            await Command.RunAsync("ip", ["netns", "delete", name]);
        }
    }

    private async Task AddNamespaceAsync(string name)
    {
        await Command.RunAsync("ip", ["netns", "add", name]);
        _namespaces.Add(name);
        await Command.RunAsync("ip", ["-n", name, "link", "set", "lo", "up"]);
    }

    /// <summary>This process on the network: how tests and load reach the machines.</summary>
    private static async Task PlugInAsync()
    {
        await Command.RunAsync("ip", ["link", "add", Prefix, "type", "veth", "peer", "name", Client, "netns", Switch]);
        await AttachAsync(Client);
        await Command.RunAsync("ip", ["link", "set", Prefix, "up"]);
        await Command.RunAsync("ip", ["address", "add", $"{Subnet}.1/24", "dev", Prefix]);
    }

    private static async Task AttachAsync(string port)
    {
        await InSwitchAsync("ip", "link", "set", port, "master", Bridge);
        await InSwitchAsync("ip", "link", "set", port, "up");
    }

    private static async Task AddRulesAsync()
    {
        await InSwitchAsync("nft", "add", "table", "bridge", Rules);
        await InSwitchAsync("nft", "add", "chain", "bridge", Rules, "forwarding", "{ type filter hook forward priority 0 ; }");
        foreach (var (set, side, other) in new[] { ("deaf", "oifname", "iifname"), ("mute", "iifname", "oifname") })
        {
            await InSwitchAsync("nft", "add", "set", "bridge", Rules, set, "{ type ifname ; }");
            await InSwitchAsync("nft", "add", "rule", "bridge", Rules, "forwarding", side, $"@{set}", other, "!=", Client, "drop");
        }

        await InSwitchAsync("nft", "add", "set", "bridge", Rules, Links, "{ type ifname . ifname ; }");
        await InSwitchAsync("nft", "add", "rule", "bridge", Rules, "forwarding", "iifname", ".", "oifname", $"@{Links}", "drop");
    }

    private static Task<string> SetAsync(string verb, string set, LabMachine machine) => InSwitchAsync("nft", verb, "element", "bridge", Rules, set, $"{{ \"{machine.Name}\" }}");

    private static Task<string> InSwitchAsync(params string[] command) => Command.RunAsync("nsenter", [$"--net=/run/netns/{Switch}", .. command]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
