using ActorKube.Api.Quantities;

namespace ActorKube.Api.Serialization;

/// <summary>Names of Go's types, which Kubernetes shows in decoding errors.</summary>
internal static class GoTypeName
{
    public static string Of(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "int32",
        _ when type == typeof(long) => "int64",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(double) => "float64",
        _ when type == typeof(ReadOnlyMemory<byte>) => "[]uint8",
        _ when type == typeof(Quantity) => "resource.Quantity",
        _ when type == typeof(IntOrString) => "intstr.IntOrString",
        _ when type.IsGenericType => "[]" + Of(type.GenericTypeArguments[0]),
        _ => "v1." + type.Name,
    };
}
