using System.Globalization;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>
/// When the earliest of the changes took place that a write of endpoints tells of, by which it is measured how long endpoints take to follow their pods. For the first write it is
/// the creation of the service, later the time at which pods became ready or ceased to be. What goes has no such time.
/// </summary>
internal static class TriggerTime
{
    /// <param name="created">Of the service.</param>
    /// <param name="slices">Those that are there.</param>
    /// <param name="touched">What is added or changed.</param>
    public static DateTimeOffset? Of(DateTimeOffset? created, IReadOnlyCollection<StoredObject> slices, IEnumerable<WantedEndpoint> touched)
    {
        if (slices.Count == 0)
        {
            return created;
        }

        var told = slices.Max(static s => Read(s.Read<EndpointSlice>().Metadata));
        return touched.Select(static t => t.ReadyChanged).Where(t => t is not null && (told is null || t > told)).Min();
    }

    /// <summary>The metadata with that time, or without any.</summary>
    public static ObjectMeta Write(ObjectMeta metadata, DateTimeOffset? time)
    {
        var annotations = new Dictionary<string, string>(metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        annotations.Remove(NetworkingNames.LastChangeTriggerTime);
        if (time is { } known)
        {
            annotations[NetworkingNames.LastChangeTriggerTime] = known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        }

        return metadata with { Annotations = annotations.Count == 0 ? null : annotations };
    }

    public static DateTimeOffset? Read(ObjectMeta metadata) =>
        DateTimeOffset.TryParse(metadata.Annotations?.GetValueOrDefault(NetworkingNames.LastChangeTriggerTime), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
