using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ActorKube.Api.Generator;

/// <summary>Gives every record marked <c>[ApiType]</c> its schema and its JSON codec.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ApiTypeGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var records = context.SyntaxProvider.ForAttributeWithMetadataName(
            "ActorKube.Api.Schema.ApiTypeAttribute",
            static (_, _) => true,
            static (target, _) => RecordShape.Of((INamedTypeSymbol)target.TargetSymbol, target.Attributes[0]));

        context.RegisterSourceOutput(records, static (output, record) =>
            output.AddSource($"{record.Namespace}.{record.Name}.g.cs", SourceText.From(RecordEmitter.Emit(record), Encoding.UTF8)));
    }
}
