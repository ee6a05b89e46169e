using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>What this process may do, which on one host is taken for what the engine may do.</summary>
internal static class Capabilities
{
    private const int SysResource = 24;

    /// <summary>OOM scores can be lowered. Some hosts give not even root the right; a container with a negative score would then not start.</summary>
    public static bool CanLowerOomScore() => Has(SysResource, File.ReadLines("/proc/self/status"));

    internal static bool Has(int capability, IEnumerable<string> status)
    {
        const string Field = "CapEff:";
        var line = status.FirstOrDefault(l => l.StartsWith(Field, StringComparison.Ordinal));
        return line is not null && (ulong.Parse(line.AsSpan(Field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << capability)) != 0;
    }
}
