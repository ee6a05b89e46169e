using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Events;

/// <summary>
/// Kinds of events.k8s.io. Writes through this group are checked more strictly than through the core, so a request is
/// validated by this kind and not by the stored one.
/// </summary>
public static class EventKinds
{
    private static readonly Kind<Event> Event = new()
    {
        Group = "events.k8s.io",
        Version = "v1",
        Name = "Event",
        Plural = "events",
        ShortNames = ["ev"],
        CreateOnUpdate = true,
        StoredAs = EventKind.Kind,
        HasOwnRules = true,
        ConvertToStored = EventConversion.ToCore,
        ConvertFromStored = static value => EventConversion.FromCore((Core.Event)value),
        OnValidate = Validate,
        OnValidateUpdate = ValidateUpdate,
        FieldSelectors = EventFields.Of("regarding", "reportingController", withSource: false)
            .ToDictionary(f => f.Key, f => (Func<Event, string>)(value => f.Value(EventConversion.ToCore(value))), StringComparer.Ordinal),
        TableColumns = EventColumns.For<Event>(EventConversion.ToCore),
    };

    public static IReadOnlyList<Kind> All { get; } = [Event];

    private static void Validate(Event value, FieldErrors errors)
    {
        var stored = EventConversion.ToCore(value);
        EventValidation.Validate(stored, "reportingController", errors);
        EventStrictValidation.Validate(stored, errors);
    }

    private static void ValidateUpdate(Event next, Event previous, FieldErrors errors)
    {
        var stored = EventConversion.ToCore(next);
        EventValidation.Validate(stored, "reportingController", errors);
        EventStrictValidation.ValidateUpdate(stored, EventConversion.ToCore(previous), errors);
    }
}
