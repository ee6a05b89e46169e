using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace ActorKube.Api.Generator;

/// <summary>What the emitter needs to know of one record. Value equality lets the compiler reuse the output of an unchanged record.</summary>
internal sealed record RecordShape(string Namespace, string Name, string Schema, bool Atomic, string? Unions, string Doc, bool IsObject, EquatableList<FieldShape> Fields)
{
    public static RecordShape Of(INamedTypeSymbol type, AttributeData attribute)
    {
        var fields = type.GetMembers().OfType<IPropertySymbol>()
            .Select(p => (Property: p, Attribute: p.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "FieldAttribute")))
            .Where(p => p.Attribute is not null)
            .Select(p => FieldShape.Of(p.Property, p.Attribute!))
            .ToImmutableArray();
        return new RecordShape(
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            (string)attribute.ConstructorArguments[0].Value!,
            attribute.Named("Atomic") is true,
            attribute.Named("Unions") as string,
            Docs.Summary(type),
            type.AllInterfaces.Any(i => i.Name == "IApiObject"),
            new EquatableList<FieldShape>(fields));
    }
}

internal static class Docs
{
    /// <summary>Text of the <c>summary</c> element, in one line.</summary>
    public static string Summary(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml))
        {
            return "";
        }

        var text = XDocument.Parse(xml).Root?.Element("summary") is { } summary
            ? string.Concat(summary.DescendantNodes().Select(n => n switch
            {
                XText t => t.Value,
                XElement { IsEmpty: true } e => e.Attribute("cref")?.Value.Split('.').Last() ?? "",
                _ => "",
            }))
            : "";
        return string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    public static object? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value is { IsNull: false, Kind: not TypedConstantKind.Array } value ? value.Value : null;
}
