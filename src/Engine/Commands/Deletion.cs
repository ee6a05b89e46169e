using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Engine.Commands;

/// <summary>
/// What a deletion makes of an object. Pure. An object goes at once unless it is given grace (a pod's containers have to end) or
/// finalizers hold it; a second deletion may shorten the grace and change nothing else.
/// </summary>
public static class Deletion
{
    /// <summary>Dependents lose their owner before the object goes.</summary>
    public const string OrphanFinalizer = "orphan";

    /// <summary>Dependents go before the object goes.</summary>
    public const string ForegroundFinalizer = "foregroundDeletion";

    /// <summary>The object as it stays for now: the same instance when there is nothing to do; null when it is gone.</summary>
    public static IApiObject? Mark(Kind kind, IApiObject value, DeleteOptions options, DateTimeOffset now)
    {
        var finalizers = Finalizers(kind, value.Metadata.Finalizers ?? [], options);
        var grace = Grace(kind, value, options);
        var held = finalizers.Count > 0 || !kind.IsReleased(value);
        var metadata = value.Metadata with { Finalizers = finalizers };
        if (metadata.DeletionTimestamp is { } deletion)
        {
            var given = metadata.DeletionGracePeriodSeconds ?? 0;
            var shorter = Math.Min(given, grace ?? given);
            if (shorter == 0 && !held)
            {
                return null;
            }

            if (shorter == given)
            {
                return finalizers.SequenceEqual(value.Metadata.Finalizers ?? []) ? value : value.With(metadata);
            }

            return value.With(metadata with { DeletionTimestamp = deletion.AddSeconds(shorter - given), DeletionGracePeriodSeconds = shorter });
        }

        if (grace is null or 0 && !held)
        {
            return null;
        }

        return kind.PrepareForDelete(value.With(metadata with
        {
            DeletionTimestamp = now.AddSeconds(grace ?? 0),
            DeletionGracePeriodSeconds = grace ?? 0,
            Generation = metadata.Generation > 0 ? metadata.Generation + 1 : 0,
        }));
    }

    /// <summary>The last state of an object that goes: one that could have been given grace says that it was given none.</summary>
    public static IApiObject Last(Kind kind, IApiObject value, DateTimeOffset now) => kind.DefaultGrace(value, 0) is null ? value : value.With(value.Metadata with
    {
        DeletionTimestamp = value.Metadata.DeletionTimestamp ?? now,
        DeletionGracePeriodSeconds = 0,
    });

    /// <summary>The propagation policy as finalizers: the request's, else what the object already has, else the kind's default.</summary>
    private static List<string> Finalizers(Kind kind, IReadOnlyList<string> present, DeleteOptions options)
    {
        var orphan = options switch
        {
            { OrphanDependents: { } asked } => asked,
            { PropagationPolicy: { } policy } => policy == PropagationPolicies.Orphan,
            _ when present.Contains(OrphanFinalizer) => true,
            _ when present.Contains(ForegroundFinalizer) => false,
            _ => kind.OrphansByDefault,
        };
        var foreground = options switch
        {
            { OrphanDependents: not null } => false,
            { PropagationPolicy: { } policy } => policy == PropagationPolicies.Foreground,
            _ => present.Contains(ForegroundFinalizer),
        };
        var finalizers = present.Where(f => f is not (OrphanFinalizer or ForegroundFinalizer)).ToList();
        if (orphan)
        {
            finalizers.Add(OrphanFinalizer);
        }

        if (foreground)
        {
            finalizers.Add(ForegroundFinalizer);
        }

        return finalizers;
    }

    /// <summary>Seconds; a negative request means 1.</summary>
    private static long? Grace(Kind kind, IApiObject value, DeleteOptions options)
    {
        var requested = options.GracePeriodSeconds is < 0 ? 1 : options.GracePeriodSeconds;
        return value.Metadata.DeletionTimestamp is null ? kind.DefaultGrace(value, requested) : requested;
    }
}

/// <summary>Values of DeleteOptions.propagationPolicy.</summary>
public static class PropagationPolicies
{
    public const string Orphan = "Orphan";
    public const string Background = "Background";
    public const string Foreground = "Foreground";
}
