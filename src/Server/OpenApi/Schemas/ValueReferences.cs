using ActorKube.Api.Schema;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>Which values are published by reference to a schema with a name.</summary>
internal static class ValueReferences
{
    /// <summary>What a list or map holds in the end; the type itself where it is neither.</summary>
    public static ValueModel Innermost(ValueModel type) => type switch
    {
        ListModel list => Innermost(list.Item),
        MapModel map => Innermost(map.Value),
        _ => type,
    };

    /// <summary>Name of the schema that a value refers to; null for one that is described where it stands.</summary>
    /// <param name="field">The field that the value is in: it names the schema of a value of any JSON.</param>
    public static string? NameOf(ValueModel type, FieldModel field) => type switch
    {
        ObjectModel nested => nested.Type.Name,
        ScalarModel scalar => scalar.Kind switch
        {
            ScalarKind.Quantity => WellKnownSchemas.Quantity,
            ScalarKind.IntOrString => WellKnownSchemas.IntOrString,
            ScalarKind.Time => WellKnownSchemas.Time,
            ScalarKind.MicroTime => WellKnownSchemas.MicroTime,
            ScalarKind.Any => field.Schema ?? WellKnownSchemas.RawExtension,
            _ => null,
        },
        _ => null,
    };
}
