using System.Globalization;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Kinds;

/// <summary>The table of kinds that have no columns of their own: the name and the time of creation.</summary>
public static class CreatedAtTable
{
    /// <summary>Heading of the second column.</summary>
    public const string Heading = "Created At";

    public static IReadOnlyList<Column<T>> Of<T>()
        where T : IApiObject =>
    [
        Column<T>.NameColumn,
        new(Heading, "date", "", "Time at which the object was created.", 0, static (o, _) =>
            o.Metadata.CreationTimestamp is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null),
    ];
}
