using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

/// <summary>Columns that tables of workloads share, and the texts of their cells.</summary>
internal static class WorkloadColumns
{
    /// <summary>A count that is always shown.</summary>
    public static Column<T> Count<T>(string name, string description, Func<T, object> value)
        where T : IApiObject => new(name, "integer", "", description, 0, (o, _) => value(o));

    /// <summary>A text that only <c>-o wide</c> shows.</summary>
    public static Column<T> Wide<T>(string name, string description, Func<T, string> value)
        where T : IApiObject => new(name, "string", "", description, 1, (o, _) => value(o));

    public static Column<T> Containers<T>(Func<T, PodTemplateSpec?> template)
        where T : IApiObject => Wide<T>("Containers", "Names of the template's containers.", o => Join(template(o), static c => c.Name));

    public static Column<T> Images<T>(Func<T, PodTemplateSpec?> template)
        where T : IApiObject => Wide<T>("Images", "Images of the template's containers.", o => Join(template(o), static c => c.Image ?? ""));

    public static Column<T> Selector<T>(Func<T, string> text)
        where T : IApiObject => Wide("Selector", "Which pods belong to the object, by their labels.", text);

    public static string LabelText(IReadOnlyDictionary<string, string>? labels) => Labels(labels) is { Length: > 0 } text ? text : "<none>";

    /// <summary><c>a=b,c=d</c>, ordered by key.</summary>
    public static string Labels(IReadOnlyDictionary<string, string>? labels) => labels is null
        ? "" : string.Join(',', labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));

    private static string Join(PodTemplateSpec? template, Func<Container, string> text) =>
        string.Join(',', (template?.Spec.Containers ?? []).Select(text));
}
