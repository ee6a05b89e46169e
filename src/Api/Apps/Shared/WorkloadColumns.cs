using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

/// <summary>Columns that tables of workloads share.</summary>
internal static class WorkloadColumns
{
    /// <summary>A count that is always shown.</summary>
    public static Column<T> Count<T>(string name, string description, Func<T, object> value)
        where T : IApiObject => new(name, "integer", "", description, 0, (o, _) => value(o));

    /// <summary>A text that only <c>-o wide</c> shows.</summary>
    public static Column<T> Wide<T>(string name, string description, Func<T, string> value)
        where T : IApiObject => new(name, "string", "", description, 1, (o, _) => value(o));

    public static Column<T> Containers<T>(Func<T, PodTemplateSpec?> template)
        where T : IApiObject => Wide<T>("Containers", "Names of the template's containers.", o => template(o) is { } t ? ContainerCells.Names(t.Spec) : "");

    public static Column<T> Images<T>(Func<T, PodTemplateSpec?> template)
        where T : IApiObject => Wide<T>("Images", "Images of the template's containers.", o => template(o) is { } t ? ContainerCells.Images(t.Spec) : "");

    public static Column<T> Selector<T>(Func<T, string> text)
        where T : IApiObject => Wide("Selector", "Which pods belong to the object, by their labels.", text);
}
