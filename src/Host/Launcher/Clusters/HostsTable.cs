using System.Text.Json.Nodes;

namespace ActorKube.Host.Launcher.Clusters;

/// <summary>The hosts as a table for people. Pure.</summary>
internal static class HostsTable
{
    private static readonly (string Title, string Field)[] Columns =
    [
        ("NAME", "name"), ("STATUS", "status"), ("INCARNATION", "incarnation"), ("SHARDS", "objects"), ("REVISION", "revision"), ("LAG", "revisionLag"),
        ("ZONE", "zone"), ("ADDRESS", "address"), ("API", "api"), ("VERSION", "software"),
    ];

    public static string Of(JsonNode report)
    {
        var rows = (report["hosts"] as JsonArray ?? []).Select(static host => Columns.Select(c => host?[c.Field]?.ToString() is { Length: > 0 } text ? text : "-").ToArray())
            .Prepend([.. Columns.Select(static c => c.Title)]).ToList();
        var widths = Columns.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        return string.Join('\n', rows.Select(r => string.Join("   ", r.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }
}
