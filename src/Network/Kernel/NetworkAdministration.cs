using System.Globalization;

namespace ActorKube.Network.Kernel;

/// <summary>Whether this process may change the machine's network.</summary>
public static class NetworkAdministration
{
    private const int Capability = 12;
    private const string Field = "CapEff:";

    /// <summary>It has CAP_NET_ADMIN.</summary>
    public static bool IsPermitted() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(static l => l.StartsWith(Field, StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line.AsSpan(Field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << Capability)) != 0;
}
