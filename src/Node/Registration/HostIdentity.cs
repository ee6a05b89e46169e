namespace ActorKube.NodeAgent.Registration;

/// <summary>What a host is, for as long as it is up.</summary>
internal sealed record HostIdentity(string MachineId, string SystemUuid, string BootId, string OsImage)
{
    /// <summary>A machine that isn't there.</summary>
    public static HostIdentity Simulated(string name) => new(name, name, name, "simulated");

    /// <summary>Reads what Linux tells; what it doesn't tell is empty.</summary>
    public static HostIdentity Read() => new(
        Text("/etc/machine-id"),
        Text("/sys/class/dmi/id/product_uuid"),
        Text("/proc/sys/kernel/random/boot_id"),
        OsName());

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string OsName()
    {
        const string field = "PRETTY_NAME=";
        return Text("/etc/os-release").Split('\n').FirstOrDefault(static line => line.StartsWith(field, StringComparison.Ordinal))?[field.Length..].Trim('"') ?? "";
    }
}
