using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Tests.Policies.Support;

/// <summary>A table as text, in an order that depends on nothing else.</summary>
internal static class TableText
{
    public static string Of(FilterTable table) => string.Join('\n', table.Parts.Select(static p => $"{p.Kind} {p.Name} {{{p.Declaration}}} {string.Join(" | ", p.EachRule)}")
        .Concat(table.Elements.Select(static e => $"element {e.Set} {e.Key} : {e.Data}"))
        .Order(StringComparer.Ordinal));
}
