using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;

namespace ActorKube.Host.Commands;

/// <summary>The options of all commands that start a host.</summary>
internal sealed class HostOptions
{
    private readonly Option<string> _data = new("--data") { Description = "Folder of the host's state. Default: $ACTORKUBE_HOME, else ~/.actorkube.", DefaultValueFactory = static _ => DefaultDirectory() };
    private readonly Option<int> _port = new("--port", "--api-port") { Description = "Port of the API. Default: the last one, else 6443." };
    private readonly Option<int> _nodes = new("--nodes") { Description = "With --runtime simulated: so many nodes in this process. Default: as last time, else the host is one node." };
    private readonly Option<string> _shape = new("--node-shape") { Description = "What they are like: KEY=VALUE,... such as cpu=32,memory=128Gi,pods=110,zones=3,racks=12,label:pool=a,start=lognormal(300ms,2s). docs/simulated-nodes.md has all keys." };
    private readonly Option<FileInfo?> _nodesFile = new("--nodes-file") { Description = "Instead of both: a YAML file with a list of kinds of nodes, each with a count and the same keys." };
    private readonly Option<string> _runtime = new("--runtime") { Description = "docker: real containers. simulated: none at all. Default: the last one, else docker." };

    public static string DefaultDirectory() => Environment.GetEnvironmentVariable("ACTORKUBE_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".actorkube");

    public void AddTo(Command command)
    {
        _runtime.AcceptOnlyFromAmong("docker", "simulated");
        command.Options.Add(_data);
        command.Options.Add(_port);
        command.Options.Add(_runtime);
        command.Options.Add(_nodes);
        command.Options.Add(_shape);
        command.Options.Add(_nodesFile);
    }

    /// <summary>What isn't given is as it was when the host of that folder was last started; a running host is what it was started with.</summary>
    public HostSettings Read(ParseResult result)
    {
        var directory = Path.GetFullPath(result.GetValue(_data)!);
        var remembered = SettingsFile.Read(directory);
        var settings = remembered ?? new HostSettings { DataDirectory = directory };
        return remembered is not null && new HostFiles(directory).RunningPid() is not null
            ? settings
            : settings with { Port = Port(result, settings.Port), Runtime = Runtime(result, settings.Runtime), NodePools = NodePools(result, settings.NodePools) };
    }

    /// <exception cref="ArgumentException">The file is wrong.</exception>
    public IReadOnlyList<string> NodePools(ParseResult result, IReadOnlyList<string> otherwise) =>
        result.GetValue(_nodesFile) is { } file ? NodesFile.Read(file.FullName)
        : result.Given(_nodes, 0) is > 0 and var count ? [string.Create(CultureInfo.InvariantCulture, $"count={count}{(result.GetValue(_shape) is { Length: > 0 } shape ? "," + shape : "")}")]
        : result.GetResult(_nodes) is { Implicit: false } ? []
        : otherwise;

    public int Port(ParseResult result, int otherwise) => result.Given(_port, otherwise);

    public string Runtime(ParseResult result, string otherwise) => result.Given(_runtime, otherwise);
}

/// <summary>The options of a host that shares its journal with others.</summary>
internal sealed class SharedHostOptions
{
    private readonly Option<string?> _journal = new("--journal") { Description = "postgres:Host=...;Username=...: the database that the cluster's hosts share. Default: the last one, else a file in the data folder." };
    private readonly Option<string> _token = new("--token") { Description = "Secret of the cluster, the same on every host. Default: $ACTORKUBE_TOKEN, else the last one." };
    private readonly Option<string?> _node = new("--node-name") { Description = "Name of the host and its Node, unique in the cluster. Default: the machine's." };
    private readonly Option<IPEndPoint?> _advertise = new("--advertise") { Description = "IP:PORT at which the other hosts reach this one. Default: the machine's first address, and the port after the API's.", CustomParser = ParseEndPoint };
    private readonly Option<IReadOnlyDictionary<string, string>> _labels = new("--labels") { Description = "Labels of the Node: k=v,...", CustomParser = ParseLabels };
    private readonly Option<double> _grace = new("--restart-grace") { Description = "Seconds that a host whose process is gone may take to come back. Default: the last, else 10." };
    private readonly Option<double> _fence = new("--fence-after") { Description = "Seconds after which a host that is cut off has stopped what must not run twice; the same on every host. Default: the last, else 10." };
    private readonly Option<bool> _rebalance = new("--rebalance") { Description = "Move pods of all workloads from over-full nodes to emptier ones, not only of those that ask for it; the same on every host. Default: as last time." };
    private readonly Option<double> _rebalancing = new("--rebalance-period") { Description = "Seconds after which an over-full node gives up another pod, if anything is rebalanced; the same on every host. Default: the last, else 30." };
    private readonly Option<string?> _balanced = new("--load-balancer-pool") { Description = "Addresses for services of type LoadBalancer: networks, ranges (A-B) and addresses with commas between them; the same on every host. Default: the last, else the nodes' own; \"\" for those." };
    private readonly Option<double> _autoscalers = new("--autoscaler-period") { Description = "Seconds after which each HorizontalPodAutoscaler looks at its metrics again. Default: the last, else 15." };

    private readonly NetworkHostOptions _networking = new();

    public void AddTo(Command command)
    {
        _networking.AddTo(command);
        command.Options.Add(_rebalance);
        command.Options.Add(_rebalancing);
        command.Options.Add(_journal);
        command.Options.Add(_token);
        command.Options.Add(_node);
        command.Options.Add(_advertise);
        command.Options.Add(_labels);
        command.Options.Add(_grace);
        command.Options.Add(_fence);
        command.Options.Add(_autoscalers);
        command.Options.Add(_balanced);
    }

    /// <summary>What isn't given is as it was.</summary>
    public HostSettings Read(ParseResult result, HostSettings settings) => _networking.Read(result, settings) with
    {
        Journal = result.Given(_journal, settings.Journal),
        Token = result.Given(_token, Environment.GetEnvironmentVariable("ACTORKUBE_TOKEN") is { Length: > 0 } token ? token : settings.Token),
        NodeName = result.Given(_node, settings.NodeName)!,
        Advertise = result.Given(_advertise, settings.Advertise),
        Labels = result.Given(_labels, settings.Labels),
        RestartGrace = TimeSpan.FromSeconds(result.Given(_grace, settings.RestartGrace.TotalSeconds)),
        FenceAfter = TimeSpan.FromSeconds(result.Given(_fence, settings.FenceAfter.TotalSeconds)),
        AutoscalerPeriod = TimeSpan.FromSeconds(result.Given(_autoscalers, settings.AutoscalerPeriod.TotalSeconds)),
        Rebalance = result.Given(_rebalance, settings.Rebalance),
        RebalancePeriod = TimeSpan.FromSeconds(result.Given(_rebalancing, settings.RebalancePeriod.TotalSeconds)),
        LoadBalancerPool = result.Given(_balanced, settings.LoadBalancerPool) ?? "",
    };

    private static IPEndPoint? ParseEndPoint(ArgumentResult result)
    {
        if (IPEndPoint.TryParse(result.Tokens[0].Value, out var address) && address.Port > 0)
        {
            return address;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"'{result.Tokens[0].Value}' is not IP:PORT."));
        return null;
    }

    private static Dictionary<string, string> ParseLabels(ArgumentResult result)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in result.Tokens.SelectMany(static t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length == 2 && parts[0].Length > 0)
            {
                labels[parts[0]] = parts[1];
            }
            else
            {
                result.AddError($"'{pair}' is not LABEL=VALUE.");
            }
        }

        return labels;
    }
}
