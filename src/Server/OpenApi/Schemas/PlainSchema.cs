namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>A schema without fields: a value with a form of its own, or any JSON.</summary>
/// <param name="oneOf">Types of the forms that the value may have; in dialects without <c>oneOf</c> it is of <paramref name="type"/>.</param>
internal sealed class PlainSchema(string name, string doc, string? type = null, string? format = null, IReadOnlyList<string>? oneOf = null)
    : NamedSchema(name, [])
{
    public override IEnumerable<string> References => [];

    protected override void WriteBody(SchemaWriter writer)
    {
        writer.Text("description", doc);
        if (oneOf is not null && writer.Dialect == Dialect.V3)
        {
            writer.Text("format", format);
            writer.OneOf(oneOf);
        }
        else
        {
            writer.Text("type", type);
            writer.Text("format", format);
        }
    }
}
