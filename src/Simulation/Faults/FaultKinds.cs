using ActorKube.Simulation.Network;
using ActorKube.Simulation.Runs;

namespace ActorKube.Simulation.Faults;

/// <summary>What may go wrong.</summary>
internal static class FaultKinds
{
    private static readonly Func<Random, string[], TimeSpan, TimeSpan, Fault>[] All =
        [Crash, PowerOff, Pause, Leave, Minority, Link, OneWay, DatabaseLink, Loss, Delay, DatabaseDown, SlowCommits, FailingCommits];

    public static Fault Draw(Random random, string[] hosts, TimeSpan at, TimeSpan lasts) => All[random.Next(All.Length)](random, hosts, at, lasts);

    private static Fault Crash(Random random, string[] hosts, TimeSpan at, TimeSpan lasts) =>
        Of(hosts[random.Next(hosts.Length)], "crashes", at, lasts, static (c, h) => c[h].Crash(), static (c, h) => c[h].Start());

    private static Fault PowerOff(Random random, string[] hosts, TimeSpan at, TimeSpan lasts) =>
        Of(hosts[random.Next(hosts.Length)], "loses power", at, lasts, static (c, h) => c[h].PowerOff(), static (c, h) => c[h].Start());

    private static Fault Pause(Random random, string[] hosts, TimeSpan at, TimeSpan lasts) =>
        Of(hosts[random.Next(hosts.Length)], "is stopped", at, lasts, static (c, h) => c[h].Pause(), static (c, h) => c[h].Resume());

    private static Fault Leave(Random random, string[] hosts, TimeSpan at, TimeSpan lasts) =>
        Of(hosts[random.Next(hosts.Length)], "leaves", at, lasts, static (c, h) => _ = c[h].LeaveAsync(), static (c, h) => c[h].Start());

    /// <summary>One host on its own, with or without the database.</summary>
    private static Fault Minority(Random random, string[] hosts, TimeSpan at, TimeSpan lasts)
    {
        var withDatabase = random.Next(3) == 0;
        string[] Rest(string host) => [.. hosts.Where(h => h != host), .. withDatabase ? Array.Empty<string>() : [SimulatedNetwork.Database]];
        return Of(hosts[random.Next(hosts.Length)], withDatabase ? "is cut off with the database" : "is cut off", at, lasts,
            (c, h) => c.Network.Partition([h], Rest(h)), (c, h) => c.Network.Rejoin([h], Rest(h)));
    }

    private static Fault Link(Random random, string[] hosts, TimeSpan at, TimeSpan lasts)
    {
        var first = random.Next(hosts.Length);
        var other = hosts[(first + 1) % hosts.Length];
        return Of(hosts[first], "and " + other + " don't hear each other", at, lasts, (c, h) => c.Network.Partition([h], [other]), (c, h) => c.Network.Rejoin([h], [other]));
    }

    /// <summary>Nothing that a host sends to the others arrives.</summary>
    private static Fault OneWay(Random random, string[] hosts, TimeSpan at, TimeSpan lasts) => Of(hosts[random.Next(hosts.Length)], "isn't heard", at, lasts,
        (c, h) =>
        {
            foreach (var other in hosts.Where(o => o != h))
            {
                c.Network.Cut(h, other);
            }
        },
        (c, h) => c.Network.Rejoin([h], hosts));

    private static Fault DatabaseLink(Random random, string[] hosts, TimeSpan at, TimeSpan lasts)
    {
        var deaf = random.Next(2) == 0;
        return Of(hosts[random.Next(hosts.Length)], deaf ? "doesn't hear the database" : "isn't heard by the database", at, lasts,
            (c, h) => c.Network.Cut(deaf ? SimulatedNetwork.Database : h, deaf ? h : SimulatedNetwork.Database), static (c, h) => c.Network.Rejoin([h], [SimulatedNetwork.Database]));
    }

    private static Fault Loss(Random random, string[] hosts, TimeSpan at, TimeSpan lasts)
    {
        var part = random.NextDouble() * 0.3;
        return new Fault($"{part:P0} of messages are lost", at, lasts, c => c.Network.Loss = part, static c => c.Network.Loss = 0);
    }

    private static Fault Delay(Random random, string[] hosts, TimeSpan at, TimeSpan lasts)
    {
        var delay = TimeSpan.FromMilliseconds(random.Next(50, 1500));
        return new Fault($"messages take up to {delay.TotalMilliseconds:0} ms", at, lasts, c => c.Network.Delay = delay, static c => c.Network.Delay = TimeSpan.FromMilliseconds(5));
    }

    private static Fault DatabaseDown(Random random, string[] hosts, TimeSpan at, TimeSpan lasts) =>
        new("the database is down", at, lasts, static c => c.Database.Faults.Down = true, static c => c.Database.Faults.Down = false);

    private static Fault SlowCommits(Random random, string[] hosts, TimeSpan at, TimeSpan lasts)
    {
        var slowness = TimeSpan.FromMilliseconds(random.Next(100, 3000));
        return new Fault($"commits take up to {slowness.TotalMilliseconds:0} ms", at, lasts,
            c => c.Database.Faults.Slowness = slowness, static c => c.Database.Faults.Slowness = TimeSpan.FromMilliseconds(2));
    }

    private static Fault FailingCommits(Random random, string[] hosts, TimeSpan at, TimeSpan lasts)
    {
        var part = random.NextDouble();
        return new Fault($"{part:P0} of commits fail", at, lasts, c => c.Database.Faults.Failures = part, static c => c.Database.Faults.Failures = 0);
    }

    private static Fault Of(string host, string what, TimeSpan at, TimeSpan lasts, Action<SimulatedCluster, string> begin, Action<SimulatedCluster, string> end) =>
        new($"{host} {what}", at, lasts, c => begin(c, host), c => end(c, host));
}
