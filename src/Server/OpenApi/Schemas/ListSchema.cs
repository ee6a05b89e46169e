using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>The schema of a list of objects, which has no record: what is in it is a fixed matter.</summary>
internal sealed class ListSchema(TypeModel item, GroupVersionKind kind) : NamedSchema(NameOf(item), [kind with { Kind = kind.Kind + "List" }])
{
    private readonly FieldModel[] _fields =
    [
        new("apiVersion", ValueModel.String) { Doc = "API group and version of the list and of its items." },
        new("items", new ListModel(new ObjectModel(() => item))) { Doc = "The objects, sorted by namespace and name.", Required = true },
        new("kind", ValueModel.String) { Doc = $"The kind of the list, {kind.Kind}List." },
        new("metadata", new ObjectModel(static () => ListMeta.Model)) { Doc = "Version of the list, and the token that fetches the rest of it.", Default = "{}" },
    ];

    public override IEnumerable<string> References => [item.Name, ListMeta.Model.Name];

    /// <summary>Name of the list's schema: <c>io.k8s.api.core.v1.PodList</c>.</summary>
    public static string NameOf(TypeModel item) => item.Name + "List";

    protected override void WriteBody(SchemaWriter writer)
    {
        writer.Text("description", $"List of {kind.Kind} objects.");
        writer.Properties(_fields);
        writer.Texts("required", ["items"]);
        writer.Text("type", "object");
    }
}
