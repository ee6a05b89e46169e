using ActorKube.Api.Meta;

namespace ActorKube.Api.Extensions;

/// <summary>Versions of a definition in Go's syntax.</summary>
internal static class DefinitionGoText
{
    private const string Package = "apiextensions.";

    public static GoText Of(IReadOnlyList<CustomResourceDefinitionVersion> versions) =>
        new(List("CustomResourceDefinitionVersion", versions.Count == 0 ? null : versions, Version));

    private static string Version(CustomResourceDefinitionVersion v) =>
        $"Name:{GoText.Quote(v.Name)}, Served:{Bool(v.Served)}, Storage:{Bool(v.Storage)}, Deprecated:{Bool(v.Deprecated)}, "
        + $"DeprecationWarning:{GoText.Pointer("string", v.DeprecationWarning)}, Schema:{GoText.Pointer(Package + "CustomResourceValidation", v.Schema)}, "
        + $"Subresources:{GoText.Pointer(Package + "CustomResourceSubresources", v.Subresources)}, "
        + $"AdditionalPrinterColumns:{List("CustomResourceColumnDefinition", v.AdditionalPrinterColumns, Column)}, "
        + $"SelectableFields:{List("SelectableField", v.SelectableFields, f => $"JSONPath:{GoText.Quote(f.JsonPath)}")}";

    private static string Column(CustomResourceColumnDefinition c) =>
        $"Name:{GoText.Quote(c.Name)}, Type:{GoText.Quote(c.Type)}, Format:{GoText.Quote(c.Format)}, Description:{GoText.Quote(c.Description)}, "
        + $"Priority:{c.Priority}, JSONPath:{GoText.Quote(c.JsonPath)}";

    private static string List<T>(string type, IReadOnlyList<T>? items, Func<T, string> fields) => items is null
        ? $"[]{Package}{type}(nil)"
        : $"[]{Package}{type}{{{string.Join(", ", items.Select(item => $"{Package}{type}{{{fields(item)}}}"))}}}";

    private static string Bool(bool value) => value ? "true" : "false";
}
