using System.Globalization;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Runtimes.Simulated;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>
/// Simulated nodes that are alike. In text <c>KEY=VALUE,...</c> with the keys of <see cref="Parse"/>; each has a default.
/// </summary>
internal sealed record NodePool
{
    public const int MostNodes = 20_000;

    public int Count { get; init; } = 1;

    /// <summary>
    /// Where their addresses begin: fleets of several hosts must not overlap. The second of two hosts with 1,000 nodes each says 1000. Null: behind those of the pool before, or 0.
    /// </summary>
    public int? First { get; init; }

    /// <summary>Whole ones.</summary>
    public int Cpus { get; init; } = 32;

    public Quantity Memory { get; init; } = Quantity.Parse("128Gi");

    public Quantity Disk { get; init; } = Quantity.Parse("1Ti");

    /// <summary>As many as a node's own addresses allow at most.</summary>
    public int Pods { get; init; } = 110;

    /// <summary>Racks are dealt out over so many zones; 0 for nodes without either label.</summary>
    public int Zones { get; init; }

    /// <summary>Nodes that follow each other share one.</summary>
    public int Racks { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Such as <c>example.com/gpu</c>.</summary>
    public IReadOnlyDictionary<string, Quantity> Extended { get; init; } = new Dictionary<string, Quantity>();

    /// <summary>Of an image.</summary>
    public SimulatedDelay Pull { get; init; } = SimulatedDelay.None;

    /// <summary>Of a container.</summary>
    public SimulatedDelay Start { get; init; } = SimulatedDelay.None;

    /// <summary>Of a container.</summary>
    public SimulatedDelay Stop { get; init; } = SimulatedDelay.None;

    /// <summary>From a container's start until its probes succeed.</summary>
    public SimulatedDelay Ready { get; init; } = SimulatedDelay.None;

    /// <summary>Share of starts that fail: 0 to 1.</summary>
    public double StartFailures { get; init; }

    /// <summary>Share of pulls that fail: 0 to 1.</summary>
    public double PullFailures { get; init; }

    /// <summary>How long containers run until they crash; null for ever.</summary>
    public SimulatedDelay? Crash { get; init; }

    /// <summary>From the loss of power until the carrier takes a node for lost. Default 1.5 s: what it takes to declare a host dead.</summary>
    public SimulatedDelay Detect { get; init; } = SimulatedDelay.Parse("1500ms");

    /// <summary>Of everything that is drawn; each node has a source of its own.</summary>
    public int Seed { get; init; } = 1;

    /// <exception cref="ArgumentException">What is wrong, in words for whoever typed it.</exception>
    public static NodePool Parse(string text) => Split(text).Aggregate(new NodePool(), static (pool, pair) => pool.With(pair)).Checked();

    private NodePool With(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var (key, value) = equals > 0 ? (pair[..equals].Trim(), pair[(equals + 1)..].Trim()) : throw new ArgumentException($"'{pair}' is not KEY=VALUE.");
        try
        {
            return key switch
            {
                "count" => this with { Count = Number(value) },
                "first" => this with { First = Number(value) },
                "cpu" => this with { Cpus = Number(value) },
                "memory" => this with { Memory = Quantity.Parse(value) },
                "disk" => this with { Disk = Quantity.Parse(value) },
                "pods" => this with { Pods = Number(value) },
                "zones" => this with { Zones = Number(value) },
                "racks" => this with { Racks = Number(value) },
                "pull" => this with { Pull = SimulatedDelay.Parse(value) },
                "start" => this with { Start = SimulatedDelay.Parse(value) },
                "stop" => this with { Stop = SimulatedDelay.Parse(value) },
                "ready" => this with { Ready = SimulatedDelay.Parse(value) },
                "crash" => this with { Crash = SimulatedDelay.Parse(value) },
                "detect" => this with { Detect = SimulatedDelay.Parse(value) },
                "start-failures" => this with { StartFailures = Share(value) },
                "pull-failures" => this with { PullFailures = Share(value) },
                "seed" => this with { Seed = Number(value) },
                _ when key.StartsWith("label:", StringComparison.Ordinal) => this with { Labels = new Dictionary<string, string>(Labels) { [key["label:".Length..]] = value } },
                _ when key.Contains('/', StringComparison.Ordinal) => this with { Extended = new Dictionary<string, Quantity>(Extended) { [key] = Quantity.Parse(value) } },
                _ => throw new ArgumentException($"A simulated node has no '{key}'."),
            };
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"{key}={value}: {e.Message}", e);
        }
    }

    private NodePool Checked() =>
        Count is < 1 or > MostNodes ? throw new ArgumentException($"There are from 1 to {MostNodes} simulated nodes.")
        : Cpus < 1 || Memory.Sign <= 0 || Disk.Sign <= 0 || Pods is < 1 or > FleetAddresses.PodsEach ? throw new ArgumentException($"A simulated node has at least one CPU, some memory and disk, and room for 1 to {FleetAddresses.PodsEach} pods.")
        : Zones > 0 && Racks > 0 && Racks < Zones ? throw new ArgumentException("A zone has at least one rack.")
        : this;

    /// <summary>At commas outside of parentheses.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException("this is no whole number");

    private static double Share(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1 ? share : throw new FormatException("this is no share from 0 to 1");
}
