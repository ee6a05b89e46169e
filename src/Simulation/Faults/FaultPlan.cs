namespace ActorKube.Simulation.Faults;

/// <summary>What goes wrong in a simulation, and when: drawn from the seed before anything has happened.</summary>
internal static class FaultPlan
{
    /// <summary>Half of the faults are over before anybody may act on them, the others last into fencing and replacement.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(8);

    /// <summary>Faults that begin within a time, some while others last.</summary>
    public static IReadOnlyList<Fault> Draw(Random random, string[] hosts, TimeSpan within)
    {
        var faults = new List<Fault>();
        for (var at = Gap * random.NextDouble(); at < within; at += Gap * random.NextDouble())
        {
            var lasts = (random.Next(2) == 0 ? Short : Long) * random.NextDouble();
            faults.Add(FaultKinds.Draw(random, hosts, at, at + lasts < within ? lasts : within - at));
        }

        return faults;
    }
}
