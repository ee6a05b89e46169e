using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>The rules for writes through the events group: nothing of the older style, and nothing but the series may change.</summary>
internal static class EventStrictValidation
{
    public static void Validate(Event value, FieldErrors errors)
    {
        ValidateSeries(value.Series, errors);
        if (value.EventTime is null)
        {
            errors.Required(FieldPath.Of("eventTime"));
        }

        if (value.Type is not ("Normal" or "Warning"))
        {
            errors.Invalid(FieldPath.Of("type"), "", $"has invalid value: {value.Type}");
        }

        Unset("firstTimestamp", value.FirstTimestamp is null);
        Unset("lastTimestamp", value.LastTimestamp is null);
        Unset("count", value.Count == 0);
        Unset("source", string.IsNullOrEmpty(value.Source.Component) && string.IsNullOrEmpty(value.Source.Host));

        void Unset(string field, bool unset)
        {
            if (!unset)
            {
                errors.Invalid(FieldPath.Of(field), "", "needs to be unset");
            }
        }
    }

    public static void ValidateUpdate(Event next, Event previous, FieldErrors errors)
    {
        if (!ApiEquality.Same(next.Series, previous.Series))
        {
            ValidateSeries(next.Series, errors);
        }

        Same("involvedObject", next.InvolvedObject, previous.InvolvedObject, Shown(next.InvolvedObject));
        errors.Immutable(FieldPath.Of("reason"), next.Reason ?? "", previous.Reason ?? "");
        errors.Immutable(FieldPath.Of("message"), next.Message ?? "", previous.Message ?? "");
        Same("source", next.Source, previous.Source, GoText.Record("core.EventSource", ("Component", next.Source.Component), ("Host", next.Source.Host)));
        errors.Immutable(FieldPath.Of("firstTimestamp"), next.FirstTimestamp, previous.FirstTimestamp);
        errors.Immutable(FieldPath.Of("lastTimestamp"), next.LastTimestamp, previous.LastTimestamp);
        errors.Immutable(FieldPath.Of("count"), next.Count, previous.Count);

        // Reported twice, as Kubernetes does.
        errors.Immutable(FieldPath.Of("reason"), next.Reason ?? "", previous.Reason ?? "");
        errors.Immutable(FieldPath.Of("type"), next.Type ?? "", previous.Type ?? "");
        errors.Immutable(FieldPath.Of("eventTime"), next.EventTime, previous.EventTime);
        errors.Immutable(FieldPath.Of("action"), next.Action ?? "", previous.Action ?? "");
        Same("related", next.Related, previous.Related, next.Related is null ? "null" : Shown(next.Related));
        errors.Immutable(FieldPath.Of("reportingController"), next.ReportingComponent, previous.ReportingComponent);
        errors.Immutable(FieldPath.Of("reportingInstance"), next.ReportingInstance, previous.ReportingInstance);

        void Same(string field, IWritable? a, IWritable? b, object shown)
        {
            if (!ApiEquality.Same(a, b))
            {
                errors.Invalid(FieldPath.Of(field), shown, FieldErrorsExtensions.ImmutableMessage);
            }
        }
    }

    private static GoText Shown(ObjectReference reference) => GoText.Record(
        "core.ObjectReference", ("Kind", reference.Kind), ("Namespace", reference.Namespace), ("Name", reference.Name), ("UID", reference.Uid),
        ("APIVersion", reference.ApiVersion), ("ResourceVersion", reference.ResourceVersion), ("FieldPath", reference.FieldPath));

    private static void ValidateSeries(EventSeries? series, FieldErrors errors)
    {
        if (series is { Count: < 2 })
        {
            errors.Invalid(FieldPath.Of("series.count"), "", "should be at least 2");
        }

        if (series is { LastObservedTime: null })
        {
            errors.Required(FieldPath.Of("series.lastObservedTime"));
        }
    }
}
