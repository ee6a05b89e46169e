using ActorKube.Api.Schema;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>The schema of a record of the object model.</summary>
internal sealed class ModelSchema(TypeModel model, IReadOnlyList<GroupVersionKind> kinds) : NamedSchema(model.Name, kinds)
{
    public override IEnumerable<string> References => model.Fields.Select(f => ValueReferences.NameOf(ValueReferences.Innermost(f.Type), f)).OfType<string>();

    protected override void WriteBody(SchemaWriter writer)
    {
        writer.Text("description", model.Doc);
        writer.Properties(model.Fields);
        writer.Texts("required", [.. model.Fields.Where(f => f.Required).Select(f => f.Name)]);
        writer.Text("type", "object");
        if (model.Atomic)
        {
            writer.Text("x-kubernetes-map-type", "atomic");
        }

        writer.Raw("x-kubernetes-unions", model.Unions);
    }
}
