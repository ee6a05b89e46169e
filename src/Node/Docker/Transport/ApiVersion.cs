using System.Globalization;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Version of the engine's API, such as 1.41.</summary>
internal readonly record struct ApiVersion(int Major, int Minor) : IComparable<ApiVersion>
{
    /// <summary>What this client is written against: Docker Engine 20.10.</summary>
    public static readonly ApiVersion Wanted = new(1, 41);

    public static bool operator <(ApiVersion left, ApiVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ApiVersion left, ApiVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ApiVersion left, ApiVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ApiVersion left, ApiVersion right) => left.CompareTo(right) >= 0;

    public static ApiVersion Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return new ApiVersion(int.Parse(text.AsSpan(0, dot), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(dot + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The version to speak with an engine that offers a range: the wanted one, or the engine's oldest where that is newer.
    /// 1.24 to 1.50 gives 1.41; 1.44 to 1.52 (Docker 29) gives 1.44.
    /// </summary>
    /// <exception cref="DockerException">The engine is older than 20.10.</exception>
    public static ApiVersion Negotiate(ApiVersion oldest, ApiVersion newest)
    {
        if (newest < Wanted)
        {
            throw new DockerException(null, $"the engine speaks API {newest}; at least {Wanted} (Docker Engine 20.10) is needed");
        }

        return oldest > Wanted ? oldest : Wanted;
    }

    public int CompareTo(ApiVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
