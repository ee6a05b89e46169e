using ActorKube.Api.Schema;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>What <c>x-kubernetes-…</c> says of a field: how it merges under server-side apply and under strategic merge patches.</summary>
internal static class FieldExtensions
{
    public static void Write(SchemaWriter writer, FieldModel field)
    {
        writer.Texts("x-kubernetes-list-map-keys", field.Keys);
        if (IsMap(field))
        {
            writer.Text("x-kubernetes-map-type", MapType(field.List));
        }
        else
        {
            writer.Text("x-kubernetes-list-type", ListTypeOf(field.List));
        }

        writer.Text("x-kubernetes-patch-merge-key", field.MergeKey);
        writer.Text("x-kubernetes-patch-strategy", Strategy(field.Patch));
    }

    /// <summary>An object counts as a map unless Kubernetes has marked it as an atomic list, as it does in one place.</summary>
    private static bool IsMap(FieldModel field) => field.Type is MapModel || (field.Type is ObjectModel && field.List != ListType.Atomic);

    private static string? MapType(ListType type) => type switch
    {
        ListType.None => null,
        ListType.Atomic => "atomic",
        _ => "granular",
    };

    private static string? ListTypeOf(ListType type) => type switch
    {
        ListType.Atomic => "atomic",
        ListType.Set => "set",
        ListType.Map => "map",
        _ => null,
    };

    private static string Strategy(PatchStrategy patch)
    {
        (PatchStrategy Flag, string Name)[] names = [(PatchStrategy.Merge, "merge"), (PatchStrategy.Replace, "replace"), (PatchStrategy.RetainKeys, "retainKeys")];
        return string.Join(',', names.Where(n => patch.HasFlag(n.Flag)).Select(n => n.Name));
    }
}
