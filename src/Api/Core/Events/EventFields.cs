namespace ActorKube.Api.Core;

/// <summary>Fields of events that selectors may name; the two versions of the kind call them differently.</summary>
internal static class EventFields
{
    /// <param name="involved">Name of the reference to the object that the event is about.</param>
    /// <param name="reporter">Name of the field of the reporting controller.</param>
    /// <param name="withSource">Whether <c>source</c> is one of the fields.</param>
    public static IReadOnlyDictionary<string, Func<Event, string>> Of(string involved, string reporter, bool withSource)
    {
        var fields = new Dictionary<string, Func<Event, string>>
        {
            [involved + ".kind"] = static e => e.InvolvedObject.Kind ?? "",
            [involved + ".namespace"] = static e => e.InvolvedObject.Namespace ?? "",
            [involved + ".name"] = static e => e.InvolvedObject.Name ?? "",
            [involved + ".uid"] = static e => e.InvolvedObject.Uid ?? "",
            [involved + ".apiVersion"] = static e => e.InvolvedObject.ApiVersion ?? "",
            [involved + ".resourceVersion"] = static e => e.InvolvedObject.ResourceVersion ?? "",
            [involved + ".fieldPath"] = static e => e.InvolvedObject.FieldPath ?? "",
            ["reason"] = static e => e.Reason ?? "",
            [reporter] = static e => e.ReportingComponent,
            ["type"] = static e => e.Type ?? "",
        };
        if (withSource)
        {
            fields["source"] = static e => string.IsNullOrEmpty(e.Source.Component) ? e.ReportingComponent : e.Source.Component;
        }

        return fields;
    }
}
