using System.Globalization;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Times as the engine's query parameters take them: seconds since 1970 with a fraction.</summary>
internal static class EngineTime
{
    public static string Format(DateTimeOffset time)
    {
        var ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerSecond}.{ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick:d9}");
    }
}
