using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Api.Batch;

/// <summary>Time zones of the IANA database, as the machine has it.</summary>
public static class TimeZones
{
    /// <summary>Finds a zone by its exact name. The empty name is UTC; <c>Local</c> is the zone of the machine.</summary>
    /// <param name="error">The message that Kubernetes gives.</param>
    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone, [NotNullWhen(false)] out string? error)
    {
        (zone, error) = (null, null);
        switch (name)
        {
            case "" or "UTC":
                zone = TimeZoneInfo.Utc;
                return true;
            case "Local":
                zone = TimeZoneInfo.Local;
                return true;
            case var _ when name.Contains("..", StringComparison.Ordinal) || name[0] is '/' or '\\':
                error = "time: invalid location name";
                return false;
        }

        try
        {
            zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            error = Unknown(name);
            return false;
        }

        // The system may find names by other capitals, or of another operating system.
        if (zone.Id != name)
        {
            (zone, error) = (null, Unknown(name));
            return false;
        }

        return true;
    }

    private static string Unknown(string name) => $"unknown time zone {name}";
}
