using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apps;

/// <summary>
/// The number of the template, which <c>apps/v1</c> keeps in an annotation for clients of older versions: it starts at 1, or higher
/// where the client says so, and rises by one with every change of the template. A client can't set it afterwards.
/// </summary>
public static class TemplateGeneration
{
    public const string Annotation = "deprecated.daemonset.template.generation";

    /// <summary>The number; 0 when there is none.</summary>
    /// <exception cref="ApiException">The annotation holds no integer.</exception>
    public static long Of(DaemonSet value)
    {
        if (value.Metadata.Annotations?.TryGetValue(Annotation, out var text) is not true)
        {
            return 0;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw ApiErrors.BadRequest(
                $"DaemonSet in version \"v1\" cannot be handled as a DaemonSet: strconv.ParseInt: parsing {GoValue.Quote(text!)}: invalid syntax");
    }

    /// <summary>An object without the annotation has the number 0 and shows it, so whoever writes the object owns the annotation.</summary>
    internal static DaemonSet Show(DaemonSet value) => value.Metadata.Annotations?.ContainsKey(Annotation) is true ? value : With(value, 0);

    internal static DaemonSet Start(DaemonSet value) => With(value, Math.Max(1, Of(value)));

    internal static DaemonSet Keep(DaemonSet next, DaemonSet previous) => With(next, Of(previous));

    internal static DaemonSet Continue(DaemonSet next, DaemonSet previous) =>
        With(next, Of(previous) + (ApiEquality.Same(next.Spec.Template, previous.Spec.Template) ? 0 : 1));

    private static DaemonSet With(DaemonSet value, long number)
    {
        var annotations = new Dictionary<string, string>(value.Metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            [Annotation] = number.ToString(CultureInfo.InvariantCulture),
        };
        return value with { Metadata = value.Metadata with { Annotations = annotations } };
    }
}
